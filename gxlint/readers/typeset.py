"""From the texts of a word processor, a spreadsheet or a page to one text, line by line, and where it came from."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gxlint.readers.document import Document, Line
from gxlint.readers.outline import BREAK, CELL, CELL_END, SPACE, Cell, Item, Row
from gxlint.readers.places import Piece, Place, Places
from gxlint.source import SourceText
from gxlint.source.view import normalise

# In a row a bar would pass for the edge of a cell; a line end would end the row.
_IN_ROW = str.maketrans("|｜│┃║∣￨\n\r\v\f\x85\u2028\u2029\t", "¦¦¦¦¦¦¦        ")
_IN_LINE = str.maketrans("\n\r\v\f\x85\u2028\u2029", "       ")


class Stretch(NamedTuple):
    """A part of a text that one element of the file holds, or none of them."""

    text: str
    element: int | None = None


class Text(NamedTuple):
    """What stands in one paragraph or cell, or in a line of one, without line breaks of its own."""

    place: Place
    stretches: Sequence[Stretch]

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(stretch.text for stretch in self.stretches)


def typeset(texts: Sequence[Text], items: Iterable[Item], path: str, kind: str) -> Document:
    """Set the items one below the other, as the reader of pages does: a line each, bars between the cells of a row.

    The text is the document's source; its places lead to the file.
    """
    setter = _Typesetter(texts)
    for item in items:
        if isinstance(item, list):
            setter.row(item)
        elif item >= 0:
            setter.put(item, _IN_LINE)
        elif item in (BREAK, CELL, CELL_END):
            setter.line_end()
        elif item == SPACE:
            setter.gap()
    setter.line_end()
    return _document("".join(setter.written), setter.rows, setter.pieces, path, kind)


def edited(document: Document, edits: Sequence[tuple[int, int, str]]) -> Document:
    """The document after edits of its source text, each of which one element of its file holds."""
    assert document.places is not None
    text, parts, at = document.source.text, [], 0
    edits = sorted(edits)
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
    rows = [line.row for line in document.lines]
    pieces = document.places.edited(edits).pieces
    return _document("".join([*parts, text[at:]]), rows, pieces, document.path, document.kind)


def _document(text: str, rows: Sequence[bool], pieces: Sequence[Piece], path: str, kind: str) -> Document:
    """A document over a text whose lines are rows of tables or not."""
    source = SourceText(text)
    view = normalise(text)
    lines = []
    start = 0
    for content, row in zip(view.text.split("\n"), rows, strict=False):
        lines.append(Line(start, start + len(content), row))
        start += len(content) + 1
    return Document(path, source, view, tuple(lines), kind, Places(tuple(pieces)))


class _Typesetter:
    """Collects what is written. One use."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        self.written: list[str] = []
        self.pieces: list[Piece] = []
        self.rows: list[bool] = []
        self.length = 0
        self._line = 0

    def row(self, row: Row) -> None:
        """A table row: its cells, each with a bar behind it; an empty first cell has one before it, too."""
        self.line_end()
        self._cell(row[0])
        if self.length == self._line:
            self._add("| ")
        for cell in row[1:]:
            self._add(" | ")
            self._cell(cell)
        self._add(" |")
        self._end(row=True)

    def put(self, number: int, table: dict[int, int]) -> None:
        """A text, its line breaks and, in a row, its bars made harmless."""
        text = self.texts[number]
        if not any(stretch.text for stretch in text.stretches):
            # An empty cell has a place, too: that is where its figure is missing.
            self.pieces.append(Piece(self.length, self.length, text.place, number))
        offsets: dict[int | None, int] = {}
        for words, element in text.stretches:
            offset = offsets.get(element, 0)
            offsets[element] = offset + len(words)
            self.pieces.append(
                Piece(self.length, self.length + len(words), text.place, number, element, offset)
            )
            self._add(words.translate(table))

    def gap(self) -> None:
        """One space between two texts of a line."""
        if self.length > self._line:
            self._add(" ")

    def line_end(self) -> None:
        """End the line; nothing happens where it is empty."""
        if self.length > self._line:
            self._end(row=False)

    def _cell(self, cell: Cell) -> None:
        begun = False
        waiting = False
        for item in cell:
            if item < 0:
                waiting = begun
                continue
            if waiting:
                self._add(" ")
            before = self.length
            self.put(item, _IN_ROW)
            begun, waiting = begun or self.length > before, False

    def _add(self, words: str) -> None:
        self.written.append(words)
        self.length += len(words)

    def _end(self, *, row: bool) -> None:
        self._add("\n")
        self.rows.append(row)
        self._line = self.length
