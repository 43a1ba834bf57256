"""What a page holds, from its top to its bottom: paragraphs and rows of tables, over page breaks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gxlint.readers.pdf.grid import Box, Drawn, tables
from gxlint.readers.pdf.page import Glyph, Page
from gxlint.readers.pdf.words import TextLine, cell_text, lines_of
from gxlint.readers.places import Place

_EDGE = 0.09  # of the page's height: where numbers of pages stand
_PAGE_NUMBER = re.compile(
    r"[-—–―_.·•\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[,，/]?\s*(?:共\s*)?\d{1,3}\s*页?)?[-—–―_.·•\s]*"
)
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")
_LONG, _FULL = 20, 0.85
_INDENT, _RAGGED = 1.2, 2.2  # of a line's height
_LARGER, _SAME_SIZE, _NEXT_LINE = 1.2, 0.1, 2.5


class Words(NamedTuple):
    """A line of prose. ``goes_on``: the paragraph does not begin with it."""

    text: str
    place: Place
    goes_on: bool


class TableRow(NamedTuple):
    """A row of a table: the texts of its cells, and where they are."""

    cells: list[tuple[str, Place]]


Piece = Words | TableRow


class _Column(NamedTuple):
    """The column of text: its left edge, the right one of its full lines, and how high most of its lines are."""

    left: float
    right: float
    size: float


class _Sheet(NamedTuple):
    """A page taken apart: its tables with the glyphs in each, and the lines outside of them."""

    number: int
    tables: list[Drawn]
    inside: list[list[Glyph]]
    lines: list[TextLine]


def laid_out(pages: Sequence[Page]) -> Iterator[Piece]:
    """All that stands on the pages, in reading order."""
    sheets = [_sheet(number, page) for number, page in enumerate(pages, 1)]
    column = _column([line for sheet in sheets for line in sheet.lines])
    before: TextLine | None = None
    tables_before = 0
    for sheet in sheets:
        items: list[tuple[float, TextLine | int]] = [(line.top, line) for line in sheet.lines]
        items += [(table.place.top, index) for index, table in enumerate(sheet.tables)]
        count = 0
        for _, item in sorted(items, key=lambda item: item[0]):
            if isinstance(item, int):
                yield from _rows(
                    sheet.tables[item], sheet.inside[item], sheet.number, tables_before + item + 1
                )
                before = None
                continue
            count += 1
            goes_on = before is not None and _goes_on(before, item, column)
            yield Words(item.text, Place(page=sheet.number, line=count), goes_on)
            before = item
        tables_before += len(sheet.tables)


def _sheet(number: int, page: Page) -> _Sheet:
    found = tables(page)
    inside, outside = _split(page, found)
    lines = [line for line in lines_of(outside) if not _is_page_number(line, page)]
    return _Sheet(number, found, inside, lines)


def _split(page: Page, found: Sequence[Drawn]) -> tuple[list[list[Glyph]], list[Glyph]]:
    """The glyphs inside each table, and those outside of all."""
    inside: list[list[Glyph]] = [[] for _ in found]
    outside = []
    for glyph in page.glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.middle
        for index, table in enumerate(found):
            if _holds(table.place, x, y):
                inside[index].append(glyph)
                break
        else:
            outside.append(glyph)
    return inside, outside


def _rows(table: Drawn, glyphs: Iterable[Glyph], page: int, number: int) -> Iterator[TableRow]:
    cells: dict[Box, list[Glyph]] = {box: [] for row in table.rows for box in row}
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.middle
        box = next((box for box in cells if _holds(box, x, y)), None)
        if box is not None:
            cells[box].append(glyph)
    for down, row in enumerate(table.rows, 1):
        low = min(box.bottom for box in row)
        made = [
            (cell_text(cells[box]), Place(page=page, table=number, row=down, column=column))
            for column, box in enumerate(row, 1)
            # What is left of a label that began on the page before is no blank cell of this row.
            if cells[box] or not (down == 1 and box.bottom > low + 1)
        ]
        if made:
            yield TableRow(made)


def _holds(box: Box, x: float, y: float) -> bool:
    return box.left <= x <= box.right and box.top <= y <= box.bottom


def _is_page_number(line: TextLine, page: Page) -> bool:
    at_edge = line.bottom < page.height * _EDGE or line.top > page.height * (1 - _EDGE)
    return at_edge and _PAGE_NUMBER.fullmatch(line.text) is not None


def _column(lines: Sequence[TextLine]) -> _Column:
    """Where the text stands: marks may hang out of a few full lines."""
    long = [line for line in lines if len(line.text) > _LONG] or list(lines)
    if not long:
        return _Column(0.0, 0.0, 0.0)
    right = sorted(line.right for line in long)[int(len(long) * _FULL)]
    size = sorted(line.size for line in lines)[len(lines) // 2]
    return _Column(min(line.left for line in long), right, size)


def _goes_on(before: TextLine, line: TextLine, column: _Column) -> bool:
    """Whether a line goes on with the paragraph of the one before: that one is full, and it is not indented."""
    if before.columns > 1 or line.columns > 1 or _NUMBERED.match(line.text):
        return False
    full = len(before.text) > _LONG and before.right >= column.right - _RAGGED * before.size
    at_left = line.left <= column.left + _INDENT * line.size
    return (full and at_left and abs(before.size - line.size) < 0.3 * line.size) or _one_title(
        before, line, column
    )


def _one_title(before: TextLine, line: TextLine, column: _Column) -> bool:
    """Whether both are lines of a title: larger than the text, one below the other, around the same middle."""
    return (
        min(before.size, line.size) > _LARGER * column.size
        and abs(before.size - line.size) < _SAME_SIZE * line.size
        and 0 < line.top - before.top < _NEXT_LINE * line.size
        and abs(before.left + before.right - line.left - line.right) < 2 * line.size
    )
