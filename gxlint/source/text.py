"""The text of one document and its one line index."""

import re
from bisect import bisect_right
from itertools import accumulate

from gxlint.source.record import Record

# LSP's line ends and no others: str.splitlines would also break at U+000B (Word's soft break), U+0085 and
# U+2028, and every place below such a character would be wrong.
_LINE_END = r"\r\n|\n|\r"


class Position(Record, frozen=True):
    """A place as LSP counts it: line from 0, character from 0 in UTF-16 code units."""

    line: int
    character: int


class SourceText:
    """The decoded text of a document, exactly as it was found. Immutable: an edit makes a new one."""

    __slots__ = ("_all_bmp", "encoding", "line_starts", "text")

    def __init__(self, text: str, encoding: str = "utf-8") -> None:
        self.text, self.encoding = text, encoding
        self.line_starts = _line_starts(text)
        # Without a character outside the basic plane, UTF-16 units and code points are the same number.
        self._all_bmp = _utf16_length(text) == len(text)

    def typed(self, text: str, at: int, come: str, by: int) -> "SourceText":
        """The text after something was typed on the line at an offset, which made it longer by so many characters.

        Args:
            text: the whole of it.
            at: where it was.
            come: what was typed.
            by: less than 0 where it became shorter. No line end came or went.
        """
        typed = SourceText.__new__(SourceText)
        typed.text, typed.encoding = text, self.encoding
        line = self.line_of(at) + 1
        typed.line_starts = [*self.line_starts[:line], *[start + by for start in self.line_starts[line:]]]
        unknown = come if self._all_bmp else text
        typed._all_bmp = _utf16_length(unknown) == len(unknown)
        return typed

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SourceText) and (self.text, self.encoding) == (other.text, other.encoding)

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"SourceText({self.text!r}, {self.encoding!r})"

    def line_of(self, offset: int) -> int:
        """The line (from 0) that holds the offset."""
        return bisect_right(self.line_starts, offset) - 1

    def position(self, offset: int) -> Position:
        """Turn an offset (code points) into a line and a UTF-16 column. Offsets outside are clipped."""
        offset = max(0, min(offset, len(self.text)))
        line = self.line_of(offset)
        start = self.line_starts[line]
        return Position(line, offset - start if self._all_bmp else _utf16_length(self.text[start:offset]))

    def offset(self, position: Position) -> int:
        """Turn a line and UTF-16 column into an offset. Places past a line's end mean its end, as in LSP."""
        if position.line >= len(self.line_starts):
            return len(self.text)
        start, end = self.line_bounds(max(0, position.line))
        if self._all_bmp:
            return min(start + max(0, position.character), end)
        units, offset = 0, start
        while offset < end and units < position.character:
            units += 2 if self.text[offset] > "\uffff" else 1
            offset += 1
        return offset

    def line_bounds(self, line: int) -> tuple[int, int]:
        """Offsets where the line starts and where its text ends, the line end left out."""
        start = self.line_starts[line]
        end = self.line_starts[line + 1] if line + 1 < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def line_text(self, line: int) -> str:
        """The text of a line without its line end."""
        start, end = self.line_bounds(line)
        return self.text[start:end]


def _line_starts(text: str) -> list[int]:
    if "\r" in text:
        return [0, *(match.end() for match in re.finditer(_LINE_END, text))]
    lines = text.split("\n")
    lines.pop()
    return [0, *accumulate(len(line) + 1 for line in lines)]


def _utf16_length(text: str) -> int:
    # Encoding is a hundred times as fast as a look at every character; a lone surrogate is one unit, too.
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
