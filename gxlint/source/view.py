"""The normalised view of a text, and the way back to the source.

Everything after the readers works on the view: full-width forms are half-width, traditional characters are
simplified, pinyin that web mirrors leave behind a character (``區(qū)``) and invisible characters are gone.
Offsets of the view turn into offsets of the source in one place, here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from gxlint.source.characters import TELLTALES, has_accents, invisible, odd_characters, usual
from gxlint.source.record import Record
from gxlint.source.span import Span

if TYPE_CHECKING:
    from gxlint.source.traditional import Telling

# Mirrors that leave pinyin behind the characters do so dozens of times.
_SPELLED = re.compile(r"\([a-z]{1,6}\)")
_MANY = 6


class View(Record, frozen=True):
    """Normalised text with a map to the source.

    ``starts`` are the view offsets at which a new stretch begins, never decreasing, the first one 0;
    ``shifts`` is what to add there to reach the source. Where several stretches begin at one offset, the
    first says where the text before it ends in the source, the last where the text after it begins: what lies
    between has no place in the view. Offsets count Unicode code points. ``by_character`` says that every character was
    judged by itself: it has one in its place, or none; only how a traditional one is simplified may depend on those around
    it. ``telling`` are the characters by which it was decided whether the text is ``traditional``, where that was a question.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)
    pinyin_removed: int = 0
    traditional: bool = False
    by_character: bool = False
    telling: "Telling | None" = None

    def source_offset(self, offset: int) -> int:
        """Where the character at this view offset begins in the source."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def source_end(self, offset: int) -> int:
        """Where the text before this view offset ends in the source."""
        index = bisect_left(self.starts, offset)
        if index == len(self.starts) or self.starts[index] != offset:
            index -= 1
        return offset + self.shifts[index]

    def source_span(self, span: Span) -> Span:
        """The stretch of the source that a stretch of the view came from; empty where that one is."""
        start = self.source_offset(span.start)
        return Span(start, start if span.end == span.start else max(start, self.source_end(span.end)))

    def stretch_at(self, source: int) -> int:
        """The number of the stretch that a place of the source belongs to: the last one that begins there or before it."""
        starts, shifts = self.starts, self.shifts
        numbers = range(len(starts))
        return bisect_right(numbers, source, key=lambda number: starts[number] + shifts[number]) - 1

    def offset_of(self, source: int) -> int:
        """Where in the view a place of the source would be: the first character that begins there or behind it."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.source_offset(middle) < source:
                low = middle + 1
            else:
                high = middle
        return low

    def behind(self, starts: Sequence[int], shifts: Sequence[int]) -> "View":
        """The same view of a deeper source.

        Args:
            starts: offsets of this view's source, as ``View.starts``.
            shifts: what leads from there to the deeper source.
        """
        outer = View("", tuple(starts), tuple(shifts))
        if len(self.starts) > 1:
            outer = _composed(self, outer)
        return self.replaced(starts=outer.starts, shifts=outer.shifts)


def normalise(text: str) -> View:
    """The normalised view of a plain text. A matter of microseconds where there is nothing to do."""
    odd = odd_characters(text)
    removed: list[tuple[int, int]] = []
    pinyin: list[tuple[int, int]] = []
    if odd:
        text = usual(text, odd)
        removed = invisible(text, odd)
    spelled = has_accents(odd) or _has_spellings(text)
    if spelled:
        from gxlint.source.pinyin import residue

        pinyin = residue(text)
    view = View(text, by_character=not spelled)
    if removed or pinyin:
        view = _without(text, sorted([*removed, *pinyin])).replaced(by_character=not spelled)
    if not has_telltale(text) and not pinyin:
        return view
    from gxlint.source.traditional import Telling, to_simplified

    telling = Telling.of(view.text)
    traditional = telling.is_traditional
    simplified = to_simplified(view.text) if traditional else view.text
    return view.replaced(
        text=simplified, pinyin_removed=len(pinyin), traditional=traditional, telling=telling
    )


def has_telltale(text: str) -> bool:
    """Whether a text has a character without one of which no traditional report goes."""
    return any(char in text for char in TELLTALES)


def has_spelling(line: str) -> bool:
    """Whether lower-case letters stand alone in brackets."""
    return "(" in line and _SPELLED.search(line) is not None


def _has_spellings(text: str) -> bool:
    """Whether lower-case letters alone in brackets are frequent."""
    return text.count("(") >= _MANY and len(_SPELLED.findall(text)) >= _MANY


def _without(text: str, spans: Sequence[tuple[int, int]]) -> View:
    """A view of the text that leaves out these stretches, which are in order and do not overlap."""
    kept: list[str] = []
    starts, shifts = [0], [0]
    source = length = 0
    for begin, end in spans:
        kept.append(text[source:begin])
        length += begin - source
        starts += (length, length)
        shifts += (begin - length, end - length)
        source = end
    kept.append(text[source:])
    return View("".join(kept), tuple(starts), tuple(shifts))


def _composed(inner: View, outer: View) -> View:
    """The map of both: from the inner view's text through its source, which is the outer view's text."""
    starts: list[int] = []
    shifts: list[int] = []
    reach = len(inner.text) + 1
    for (start, shift), (end, _) in pairwise([*zip(inner.starts, inner.shifts, strict=True), (reach, 0)]):
        if not starts or starts[-1] != start:
            starts.append(start)
            shifts.append(outer.source_end(start + shift) - start)
        starts.append(start)
        shifts.append(outer.source_offset(start + shift) - start)
        first = bisect_right(outer.starts, start + shift)
        last = bisect_left(outer.starts, end + shift)
        starts += [at - shift for at in outer.starts[first:last]]
        shifts += [further + shift for further in outer.shifts[first:last]]
    return View("", tuple(starts), tuple(shifts))
