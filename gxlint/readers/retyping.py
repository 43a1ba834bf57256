"""A text that was read a moment ago and has been typed in since: only what is new is read."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import overload

from gxlint.readers.document import Document, Line
from gxlint.source import SourceText
from gxlint.source.change import Change, change_between
from gxlint.source.pattern import Pattern
from gxlint.source.retyping import seen_again

_LONGEST = 400  # what is pasted is read anew
_ENDS = Pattern(r"[\n\r]")


def read_again(before: Document, text: str) -> tuple[Document, Change] | None:
    """The document with another text in place of its own, and what has changed in the view; none where it has to be read anew."""
    source = before.source
    if before.kind != "text":
        return None
    change = change_between(source.text, text)
    gone, come = source.text[change.start : change.end], text[change.start : change.new_end]
    if len(gone) + len(come) > _LONGEST or _ENDS.search(gone) or _ENDS.search(come):
        return None
    if (
        text[max(0, change.start - 1) : change.start] == "\r"
        and text[change.new_end : change.new_end + 1] == "\n"
    ):
        return None  # it parts, or joins, the two characters of a line end
    typed = source.typed(text, change.start, come, change.by)
    if _comments(source, change.start) or _comments(typed, change.start):
        return None
    seen = seen_again(before.view, source, typed, change)
    if seen is None:
        return None
    lines = _lines(before.lines, seen[1])
    return Document(before.path, typed, seen[0], lines, before.kind), seen[1]


def _comments(source: SourceText, at: int) -> bool:
    """Whether a comment begins on a line, which none goes beyond."""
    return "<!--" in source.line_text(source.line_of(at))


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
