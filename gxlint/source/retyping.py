"""The view of a text that was seen a moment ago and has been typed in since: only the line that changed is looked at."""

from typing import TYPE_CHECKING

from gxlint.source.change import Change, change_between
from gxlint.source.characters import has_accents, invisible, odd_characters, usual
from gxlint.source.span import Span
from gxlint.source.text import SourceText
from gxlint.source.view import View, has_spelling, has_telltale

if TYPE_CHECKING:
    from gxlint.source.traditional import Telling


def seen_again(before: View, old: SourceText, new: SourceText, change: Change) -> tuple[View, Change] | None:
    """The view of another text, and what has changed in it; none where all of the text has to be looked at.

    Args:
        before: the view of the old text.
        old: the text as it was.
        new: the text as it is.
        change: what has become of it: no line end came or went, and there is no comment on the line.
    """
    here = _Here.of(before, old, change)
    come = new.text[change.start : change.new_end]
    odd = odd_characters(come)
    if here is None or not before.by_character or has_accents(odd) or invisible(come, odd):
        return None
    lines = _usual(here.line(old.text)), _usual(here.line(new.text, change.by))
    if any(map(has_spelling, lines)):
        return None
    come, gone = usual(come, odd), _usual(old.text[change.start : change.end])
    telling = before.telling and before.telling.but(gone, come)
    if _is_another(telling, before) or (telling is None and has_telltale(come)):
        return None
    moved = Change(change.start - here.shift, change.end - here.shift, change.new_end - here.shift)
    if before.traditional:
        return _simplified(before, here, lines, moved, telling)
    text = "".join((before.text[: moved.start], come, before.text[moved.end :]))
    return _view(before, here, text, moved.by, telling), moved


class _Here:
    """Where in a view something was typed: the number of the stretch, what leads from it to the source, and its line there."""

    __slots__ = ("_line", "shift", "stretch")

    def __init__(self, stretch: int, shift: int, line: Span) -> None:
        self.stretch, self.shift, self._line = stretch, shift, line

    @classmethod
    def of(cls, view: View, source: SourceText, change: Change) -> "_Here | None":
        """None where something that the view leaves out stands beside the change, or begins or ends on its line."""
        stretch, shift = 0, 0
        begin, end = source.line_bounds(source.line_of(change.start))
        if len(view.starts) > 1:
            stretch = view.stretch_at(change.start)
            shift = view.shifts[stretch]
            first = view.starts[stretch] + shift
            last = (
                view.starts[stretch + 1] + shift if stretch + 1 < len(view.starts) else len(source.text) + 1
            )
            if not (
                first <= begin and end <= last and change.end < last and (first < change.start or not stretch)
            ):
                return None
        return cls(stretch, shift, Span(begin, end))

    def line(self, text: str, by: int = 0) -> str:
        """The line in the source, which is longer by so many characters."""
        return text[self._line.start : self._line.end + by]

    @property
    def line_in_view(self) -> Span:
        """Where the line stood in the view."""
        return Span(self._line.start - self.shift, self._line.end - self.shift)


def _usual(text: str) -> str:
    return usual(text, odd_characters(text))


def _is_another(telling: "Telling | None", before: View) -> bool:
    """Whether a text would now be taken for a traditional one, or for a simplified one, that was not before."""
    return telling is not None and (not telling.certain or telling.is_traditional != before.traditional)


def _simplified(
    before: View, here: _Here, lines: tuple[str, str], change: Change, telling: "Telling | None"
) -> tuple[View, Change] | None:
    """A line of a traditional text may be simplified otherwise than before on either side of what was typed."""
    from gxlint.source.traditional import to_simplified

    start, end = here.line_in_view
    old, new = map(to_simplified, lines)
    if old != before.text[start:end] or len(new) != len(lines[1]):
        return None
    differs = change_between(old, new)
    whole = Change(
        min(change.start, start + differs.start),
        max(change.end, start + differs.end),
        max(change.new_end, start + differs.new_end),
    )
    text = "".join((before.text[:start], new, before.text[end:]))
    return _view(before, here, text, change.by, telling), whole


def _view(before: View, here: _Here, text: str, by: int, telling: "Telling | None") -> View:
    starts = before.starts
    if len(starts) > 1:
        behind = here.stretch + 1
        starts = (*starts[:behind], *[start + by for start in starts[behind:]])
    return before.replaced(text=text, starts=starts, telling=telling)
