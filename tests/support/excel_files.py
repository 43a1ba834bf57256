"""Reports as workbooks: a sheet for each table, or all of it on one sheet."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from gxlint.forms.grid import Grid, grid_width
from gxlint.testing.forms import Draft
from gxlint.testing.pages import parts

_THIN = Side(style="thin")
_LINES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def xlsx(draft: Draft, *, sheets: bool = False, lines: bool = True) -> bytes:
    """The report as a workbook.

    Args:
        draft: the report.
        sheets: each part with a table on a sheet of its own, the text before, between and after on others.
        lines: cells of tables are drawn with lines.
    """
    book = Workbook()
    sheet, row = book[book.sheetnames[0]], 1
    tables = {section.heading for section in draft.sections if section.table in draft.tables}
    for part in parts(draft):
        after_table = sheet.title.startswith("表")
        if sheets and part.kind == "heading" and (part.text in tables or after_table):
            name = f"表{part.text[0]}" if part.text in tables else f"正文{part.text[0]}"
            sheet, row = book.create_sheet(name), 1
        if part.kind == "table":
            row = _write(sheet, part.grid, row, lines)
        else:
            row = _line(sheet, part.text, row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _line(sheet: Worksheet, text: str, row: int) -> int:
    sheet.cell(row, 1).value = text
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=9)
    return row + 1


def _write(sheet: Worksheet, grid: Grid, top: int, lines: bool) -> int:
    covered: set[tuple[int, int]] = set()
    width = grid_width(grid)
    for down, row in enumerate(grid):
        column = 1
        for cell in row:
            while (top + down, column) in covered:
                column += 1
            made = sheet.cell(top + down, column)
            made.value = (
                int(cell.text) if cell.figure and cell.text.isascii() and cell.text.isdigit() else cell.text
            )
            last, right = top + down + cell.rowspan - 1, column + cell.colspan - 1
            covered |= {
                (line, place) for line in range(top + down, last + 1) for place in range(column, right + 1)
            }
            if (last, right) != (top + down, column):
                sheet.merge_cells(start_row=top + down, end_row=last, start_column=column, end_column=right)
            column = right + 1
    if lines:
        _draw(sheet, range(top, top + len(grid)), range(1, width + 1))
    return top + len(grid)


def _draw(sheet: Worksheet, rows: Sequence[int], columns: Sequence[int]) -> None:
    for row in rows:
        for column in columns:
            sheet.cell(row, column).border = _LINES
