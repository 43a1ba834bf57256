"""Reports as workbooks: each table a sheet of its own, the text before and behind them on others."""

import io
import re
from collections.abc import Iterable, Iterator
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gxlint.forms.grid import Grid, Spot, spots
from gxlint.forms.pieces import Kind, Piece
from gxlint.forms.writers.excel_sums import demand_figures, fill_totals
from gxlint.forms.writers.looks import BODY, HEADING, SUBHEADING, TABLE, TITLE, Face, column_widths
from gxlint.forms.writers.packing import steady
from gxlint.source.characters import printable
from gxlint.source.width import display_width

_ADVISER = "填写说明"
_TEXT_SHEET, _MORE_TEXT = "正文", "正文(续)"
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_TEXT_WIDTH, _TABLE_WIDTH = 78, 96  # in characters
_LINE = Side("thin")
_LINES = Border(_LINE, _LINE, _LINE, _LINE)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(vertical="center", wrap_text=True)
_RIGHT = Alignment(horizontal="right", vertical="center", wrap_text=True)
_FONTS: dict[Kind, tuple[Face, int]] = {
    "title": (TITLE, 18),
    "heading": (HEADING, 14),
    "subheading": (SUBHEADING, 12),
    "paragraph": (BODY, 12),
    "signature": (BODY, 12),
    "table": (TABLE, 10),
}
_ALIGNED: dict[Kind, Alignment] = {"title": _MIDDLE, "signature": _RIGHT}
# What Excel shows just as it is written.
_PLAIN_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{0,3}[1-9])?")


def xlsx(pieces: Iterable[Piece]) -> bytes:
    """A workbook. A table in which no figure stands gets formulas for its totals."""
    pieces = list(pieces)
    book = Workbook()
    book.remove(book[book.sheetnames[0]])
    book.properties.creator = ""
    book.properties.title = next((printable(item.text) for item in pieces if item.kind == "title"), None)
    for name, part in _parts(pieces):
        _sheet(book, name, part)
    data = io.BytesIO()
    book.save(data)
    return steady(data.getvalue())


def _parts(pieces: Iterable[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """What stands on each sheet, with the sheet's name: text goes on until a part with a table."""
    text: list[Piece] = []
    name = _TEXT_SHEET
    for chapter in _chapters(pieces):
        table = next((piece for piece in chapter if piece.kind == "table"), None)
        if table is None:
            text += chapter
            continue
        if text:
            yield name, text
            text, name = [], _MORE_TEXT
        yield table.form.name if table.form is not None else _TEXT_SHEET, chapter
    if text:
        yield name, text


def _chapters(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """A heading with what stands under it; no more than one table each."""
    chapter: list[Piece] = []
    for piece in pieces:
        full = piece.kind == "table" and any(item.kind == "table" for item in chapter)
        if chapter and (piece.kind == "heading" or full):
            yield chapter
            chapter = []
        chapter.append(piece)
    if chapter:
        yield chapter


def _sheet(book: Workbook, name: str, pieces: list[Piece]) -> None:
    sheet = book.create_sheet(_NO_NAME.sub("", name)[:_LONGEST_NAME] or _TEXT_SHEET)
    table = next((piece.grid for piece in pieces if piece.grid), None)
    widths = _widths(table) if table is not None else [float(_TEXT_WIDTH)]
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    row, said = 1, sheet.cell(1, 1)
    for piece in pieces:
        if piece.kind == "advice":
            _comment(said, piece.text)
        elif piece.kind == "table":
            row = _table(sheet, piece, row, widths)
        else:
            said = _line(sheet, piece, row, widths)
            row += 1
    sheet.page_setup.orientation = "landscape" if len(widths) > 12 else "portrait"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5


def _widths(grid: Grid) -> list[float]:
    weights = column_widths(grid)
    return [max(6.0, _TABLE_WIDTH * weight / sum(weights)) for weight in weights]


def _line(sheet: Worksheet, piece: Piece, row: int, widths: list[float]) -> Cell:
    """A line of text over the whole width of its sheet."""
    cell = _put(sheet, row, 1, piece.text, piece.kind)
    cell.alignment = _ALIGNED.get(piece.kind, _LEFT)
    if len(widths) > 1:
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(widths))
    size = _FONTS[piece.kind][1]
    lines = ceil(display_width(piece.text) * size / 11 / sum(widths)) or 1
    sheet.row_dimensions[row].height = min(400.0, lines * size * 1.6 + 4)
    return cell


def _comment(cell: Cell, text: str) -> None:
    said = f"{cell.comment.text}\n" if cell.comment is not None else ""
    comment = Comment(f"{said}{printable(text)}", _ADVISER, height=160, width=360)
    cell.comment = comment


def _table(sheet: Worksheet, piece: Piece, top: int, widths: list[float]) -> int:
    """The row below the table."""
    grid = piece.grid or []
    figures = []
    for spot in spots(grid):
        cell = _put(sheet, top + spot.row, spot.column + 1, spot.cell.text, "table")
        cell.alignment = _MIDDLE
        if spot.cell.figure:
            figures.append((spot.cell, cell.coordinate))
            if _PLAIN_NUMBER.fullmatch(spot.cell.text):
                cell.value = float(spot.cell.text) if "." in spot.cell.text else int(spot.cell.text)
        _draw(sheet, spot, top)
    for at, height in _heights(grid, widths).items():
        sheet.row_dimensions[top + at].height = height
    if piece.form is not None:
        totals = (
            fill_totals(sheet, piece.form, figures) if not any(cell.text for cell, _ in figures) else set()
        )
        demand_figures(sheet, piece.form, [item for item in figures if item[1] not in totals])
    return top + len(grid)


def _put(sheet: Worksheet, row: int, column: int, text: str, kind: Kind) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if text:
        cell.value = printable(text)
        cell.data_type = "s"  # never a formula, whatever it begins with
    face, size = _FONTS[kind]
    cell.font = Font(name=face.name, size=size)
    return cell


def _draw(sheet: Worksheet, spot: Spot, top: int) -> None:
    for row in range(top + spot.row, top + spot.bottom + 1):
        for column in range(spot.column + 1, spot.right + 2):
            sheet.cell(row, column).border = _LINES
    if spot.merged:
        sheet.merge_cells(
            start_row=top + spot.row,
            end_row=top + spot.bottom,
            start_column=spot.column + 1,
            end_column=spot.right + 1,
        )


def _heights(grid: Grid, widths: list[float]) -> dict[int, float]:
    """The height of each row in points: Excel does not work it out for merged cells."""
    lines = dict.fromkeys(range(len(grid)), 1)
    for spot in spots(grid):
        if spot.row == spot.bottom:
            width = max(2.0, sum(widths[spot.column : spot.right + 1]) - 1)
            lines[spot.row] = max(lines[spot.row], ceil(display_width(spot.cell.text) / width))
    return {row: count * 14.0 + 6 for row, count in lines.items()}
