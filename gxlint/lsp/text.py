"""The text of a document as an editor holds it, line by line, and its edits.

Lines end as LSP says: at a line feed, a carriage return, or both, and nowhere else. ``str.splitlines`` also breaks at
U+000B (Word's soft line break), U+000C, U+0085 and U+2028, and then every edit below lands in the wrong line.
"""

import re
from typing import NamedTuple

from gxlint.lsp.columns import UTF16, Columns

_PIECES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


class Place(NamedTuple):
    """A position as a client gives it: line from 0, column in its code units."""

    line: int
    character: int


class Change(NamedTuple):
    """Replace what lies between two places; the whole text where there are none."""

    text: str
    start: Place | None = None
    end: Place | None = None


class Text:
    """One version of a document. Immutable: an edit makes a new one, which shares the lines it did not touch.

    ``lines`` hold their line ends; the last one has none, and is empty where the text ends with a line end.
    """

    __slots__ = ("lines",)

    def __init__(self, lines: list[str]) -> None:
        """Take lines that are split already; ``Text.of`` splits."""
        self.lines = lines

    @classmethod
    def of(cls, text: str) -> "Text":
        """The text, split into lines."""
        return cls(_lines(text))

    def __str__(self) -> str:
        return "".join(self.lines)

    def body(self, line: int) -> str:
        """A line without its line end."""
        return self.lines[line].rstrip("\r\n")

    def edited(self, change: Change, columns: Columns = UTF16) -> "Text":
        """The text after a change. Places outside mean the nearest one inside, and two in the wrong order are swapped."""
        if change.start is None or change.end is None:
            return Text.of(change.text)
        (first, begin), (last, end) = sorted(
            (self.clipped(change.start, columns), self.clipped(change.end, columns))
        )
        # A line feed may come to stand behind a carriage return, or be parted from it: both neighbours are split anew.
        above, below = max(0, first - 1), min(len(self.lines), last + 2)
        before = "".join(self.lines[above:first]) + self.lines[first][:begin]
        after = self.lines[last][end:] + "".join(self.lines[last + 1 : below])
        made = _lines(before + change.text + after)
        if below < len(self.lines):
            made.pop()  # the text goes on behind a line end: what was split there is no last line
        return Text([*self.lines[:above], *made, *self.lines[below:]])

    def clipped(self, place: Place, columns: Columns = UTF16) -> tuple[int, int]:
        """Line and column, in code points, of the nearest place inside the text."""
        if place.line < 0:
            return 0, 0
        if place.line >= len(self.lines):
            last = len(self.lines) - 1
            return last, len(self.lines[last])
        return place.line, columns.inward(self.body(place.line), max(0, place.character))


def _lines(text: str) -> list[str]:
    if "\r" in text:
        lines = _PIECES.findall(text)
        return lines if lines and lines[-1][-1] not in "\r\n" else [*lines, ""]
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines
