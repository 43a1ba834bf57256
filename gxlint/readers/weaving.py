"""Putting a text together from pieces of a source, with the map that leads back."""

from collections.abc import Iterable

from gxlint.readers.document import Line
from gxlint.source.view import View, normalise


class Weaver:
    """Collects lines of text, each piece with the place it came from.

    Attributes:
        length: characters written so far.
        end: where the last of them ends in the source.
    """

    def __init__(self) -> None:
        self.length = 0
        self.end = 0
        self._pieces: list[str] = []
        self._starts: list[int] = [0]
        self._shifts: list[int] = [0]
        self._shift = 0
        self._line = 0
        self._rows: list[bool] = []

    @property
    def in_line(self) -> bool:
        """Whether the line that is being written has anything in it."""
        return self.length > self._line

    def text(self, piece: str, at: int) -> None:
        """A piece that stands in the source as it is."""
        if at - self.length != self._shift or self.end != at:
            self._go(at)
        self._pieces.append(piece)
        self.length += len(piece)
        self.end = at + len(piece)

    def symbol(self, piece: str, at: int, width: int) -> None:
        """What a stretch of the source stands for: its last character covers the whole stretch."""
        for char in piece[:-1]:
            self.text(char, at)
            self.end = at
        if piece:
            self.text(piece[-1], at)
            self.end = at + width

    def space(self, to: int) -> None:
        """One space for everything between the last piece and this place."""
        self.symbol(" ", self.end, max(0, to - self.end))

    def added(self, piece: str) -> None:
        """Something that has no place in the source, behind the last piece."""
        end = self.end
        for char in piece:
            self.text(char, end)
            self.end = end

    def cells(self, cells: Iterable[tuple[str, int]]) -> None:
        """For each piece `` | `` before it: the bar for the tags between, the spaces for nothing.

        Args:
            cells: pieces that stand in the source as they are, and where.
        """
        end, length, shift = self.end, self.length, self._shift
        for piece, at in cells:
            if end - length != shift:
                self._starts.append(length)
                self._shifts.append(end - length)
            self._starts += (length + 1, length + 2, length + 3)
            self._shifts += (end - length - 1, at - length - 2, at - length - 3)
            self._pieces += (" | ", piece)
            length += 3
            shift = at - length
            length += len(piece)
            end = at + len(piece)
        self.end, self.length, self._shift = end, length, shift

    def row_end(self) -> None:
        """End the line, which is a table row, with a last bar."""
        end, length = self.end, self.length
        self._starts += (length, length + 1, length + 2)
        self._shifts += (end - length, end - length - 1, end - length - 2)
        self._pieces.append(" |\n")
        self._rows.append(True)
        self._shift = end - length - 2
        self.length = self._line = length + 3

    def line_end(self) -> None:
        """End the line; nothing happens where it is empty."""
        length = self.length
        if length > self._line:
            if self.end - length != self._shift:
                self._shift = self.end - length
                self._starts.append(length)
                self._shifts.append(self._shift)
            self._pieces.append("\n")
            self._rows.append(False)
            self.length = self._line = length + 1

    def woven(self) -> tuple[View, tuple[Line, ...]]:
        """The normalised view of all that was written, and its lines."""
        self.line_end()
        self._go(self.end)
        view = normalise("".join(self._pieces)).behind(self._starts, self._shifts)
        lines: list[Line] = []
        start = 0
        for content, row in zip(view.text.split("\n"), self._rows, strict=False):
            end = start + len(content)
            lines.append(Line(start, end, row))
            start = end + 1
        return view, tuple(lines)

    def _go(self, at: int) -> None:
        """Begin a new stretch; where the last piece ended is not forgotten."""
        length = self.length
        gap = self.end - length
        if not length:
            self._shifts[0] = at
        elif gap != at - length:
            self._starts += (length, length)
            self._shifts += (gap, at - length)
        elif gap != self._shift:
            self._starts.append(length)
            self._shifts.append(gap)
        self._shift = at - length
