"""Reports as Word documents in the look of official documents."""

import io
from collections.abc import Iterable

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table
from docx.text.paragraph import Paragraph

from gxlint.forms.grid import Grid, grid_width, head_rows, spots
from gxlint.forms.pieces import Kind, Piece
from gxlint.forms.writers.looks import column_widths
from gxlint.forms.writers.packing import MOMENT, steady
from gxlint.forms.writers.word_styles import CELL, STYLES, TEXT_WIDTH, dress
from gxlint.source.characters import printable

_ADVISER, _INITIALS = "填写说明", "说明"
# A table of more columns has smaller letters.
_MANY = 12
_LOWEST_ROW = Cm(0.65)


def docx(pieces: Iterable[Piece]) -> bytes:
    """A Word document; advice stands in comments, which are no part of the report."""
    document = Document()
    dress(document)
    said: Paragraph | None = None
    for piece in pieces:
        if piece.kind == "table":
            _table(document, piece.grid or [])
        elif piece.kind == "advice":
            said = said if said is not None else _paragraph(document, "paragraph", "")
            _comment(document, said, piece.text)
        else:
            said = _paragraph(document, piece.kind, piece.text)
            if piece.kind == "title":
                document.core_properties.title = printable(piece.text)[:255]
    data = io.BytesIO()
    document.save(data)
    return steady(data.getvalue())


def _paragraph(document: WordDocument, kind: Kind, text: str) -> Paragraph:
    return document.add_paragraph(printable(text), style=STYLES[kind])


def _comment(document: WordDocument, paragraph: Paragraph, text: str) -> None:
    comment = document.add_comment(paragraph.runs, printable(text), _ADVISER, _INITIALS)
    comment._comment_elm.set(qn("w:date"), MOMENT)


def _table(document: WordDocument, grid: Grid) -> None:
    width = grid_width(grid)
    table = document.add_table(len(grid), width, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    style = document.styles[
        CELL[width > _MANY]
    ].style_id  # looked up once: that takes longer than all the rest
    cells = [list(row.cells) for row in table.rows]
    _set_widths(table, grid)
    for spot in spots(grid):
        cell = cells[spot.row][spot.column]
        if spot.merged:
            cell = cell.merge(cells[spot.bottom][spot.right])
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = cell.paragraphs[0]
        paragraph._p.style = style
        paragraph.add_run(printable(spot.cell.text))
    _keep_together(table, head_rows(grid))


def _set_widths(table: Table, grid: Grid) -> None:
    weights = column_widths(grid)
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Cm(TEXT_WIDTH * weight / sum(weights))
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            cell.width = column.width or 0


def _keep_together(table: Table, head: int) -> None:
    """No row is cut by a page's end, and the head stands on every page."""
    for at, row in enumerate(table.rows):
        row.height, row.height_rule = _LOWEST_ROW, WD_ROW_HEIGHT_RULE.AT_LEAST
        looks = row._tr.get_or_add_trPr()
        looks.append(OxmlElement("w:cantSplit"))
        if at < head:
            looks.append(OxmlElement("w:tblHeader"))
