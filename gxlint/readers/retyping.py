"""A text that was read a moment ago and has been typed in since: only what is new is read."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import overload

from gxlint.readers.document import Document, Line
from gxlint.source.change import Change, change_between
from gxlint.source.pattern import Pattern
from gxlint.source.view import View, normalise

_LONGEST = 400  # what is pasted is read anew
# What may have to do with more than itself: line ends, comments, spellings in brackets.
_FAR_REACHING = Pattern(r"[\n\r<>()（）a-zA-Z-]")


def read_again(before: Document, text: str) -> tuple[Document, Change] | None:
    """The document with another text in place of its own, and what has changed; none where it has to be read anew.

    The change is the same in the source and in the view: only such views are taken over.
    """
    old, view = before.source.text, before.view
    if before.kind != "text" or not view.by_character or "\r" in old or "<!--" in text:
        return None
    change = change_between(old, text)
    gone, come = old[change.start : change.end], text[change.start : change.new_end]
    if len(gone) + len(come) > _LONGEST or _FAR_REACHING.search(gone) or _FAR_REACHING.search(come):
        return None
    seen = normalise(come)
    if not seen.by_character:
        return None
    now = "".join((view.text[: change.start], seen.text, view.text[change.end :]))
    source = before.source.typed(text, change.start, change.by)
    lines = _lines(before.lines, change)
    return Document(before.path, source, View(now, by_character=True), lines, before.kind), change


def _lines(lines: Sequence[Line], change: Change) -> Sequence[Line]:
    """The same lines, of which one has grown or shrunk, and those behind it have moved."""
    index = bisect_left(lines, change.start, key=attrgetter("end"))
    if isinstance(lines, _Typed) and lines.at == index:
        return _Typed(lines.base, index, lines.by + change.by)
    return _Typed(tuple(lines), index, change.by)


class _Typed(Sequence[Line]):
    """Lines of which one was typed in. A text has many lines, and few of them are looked at."""

    def __init__(self, base: tuple[Line, ...], at: int, by: int) -> None:
        """Take the lines as they were, the number of the one that changed, and how much longer it is."""
        self.base, self.at, self.by = base, at, by

    def __len__(self) -> int:
        return len(self.base)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, at: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(at, slice):
            return tuple(self)[at]
        index = at + len(self.base) if at < 0 else at
        start, end, row = self.base[index]
        return Line(start + self.by * (index > self.at), end + self.by * (index >= self.at), row)

    def __iter__(self) -> Iterator[Line]:
        return map(self.__getitem__, range(len(self.base)))
