"""A sheet that is written row by row: frozen head, filter, links; continued on another sheet when it is full."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal, NamedTuple

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from gxlint.reporters.rows import looks_like_formula
from gxlint.source.characters import printable
from gxlint.source.width import display_width, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_ROWS = 1_048_576
_MOST_LINKS = 65_530
_LONGEST_LINK = 2_000
_LINE_HEIGHT, _HIGHEST = 15, 400  # points

_LINE = Side("thin", color="BFBFBF")
_BORDER = Border(_LINE, _LINE, _LINE, _LINE)
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_TOP = Alignment(vertical="top")
_RIGHT = Alignment(vertical="top", horizontal="right")
_GRAVE = {"错误": "error", "error": "error", "警告": "warning", "warning": "warning"}


def _font(
    color: str | None = None, underline: Literal["single"] | None = None, *, bold: bool = False
) -> Font:
    return Font(name="Microsoft YaHei", size=10, bold=bold, color=color, underline=underline)


def _styles() -> list[NamedStyle]:
    """Named, because to look up a font and a border for each cell takes longer than all the rest."""
    fonts = {
        "text": _font(),
        "link": _font(color="0563C1", underline="single"),
        "address": _font(color="0563C1", underline="single"),
        "error": _font(bold=True, color="C00000"),
        "warning": _font(bold=True, color="B45F06"),
        "total": _font(bold=True),
    }
    head = NamedStyle(
        "gxlint head", font=_font(bold=True, color="FFFFFF"), border=_BORDER, alignment=_WRAPPED
    )
    head.fill = PatternFill("solid", fgColor="1F4E79")
    return [
        head,
        NamedStyle("gxlint number", font=_font(), border=_BORDER, alignment=_RIGHT),
        *(
            NamedStyle(
                f"gxlint {name}", font=font, border=_BORDER, alignment=_TOP if name == "address" else _WRAPPED
            )
            for name, font in fonts.items()
        ),
    ]


class Column(NamedTuple):
    """A column: its name and its width in characters of the default font."""

    name: str
    width: int


class Sheet:
    """Takes rows one by one. None of their texts is ever a formula."""

    def __init__(self, book: Workbook, title: str, columns: Sequence[Column]) -> None:
        self._book, self._title, self._columns = book, title, columns
        self._number = 0
        if "gxlint head" not in book.named_styles:
            for style in _styles():
                book.add_named_style(style)
        self._open()

    def append(
        self,
        row: Iterable[str | int],
        *,
        links: Mapping[int, str] | None = None,
        colours: Mapping[int, str] | None = None,
    ) -> str:
        """Append a row.

        Args:
            row: its values.
            links: by column, a web address, or what ``append`` returned for a row.
            colours: by column, the severity whose colour it has.

        Returns:
            A link to the row.
        """
        if self._rows == _MOST_ROWS - 1:  # one is left for the sums
            self.finish()
            self._open()
        cells = self._cells(row)
        for column, severity in (colours or {}).items():
            if (cell := cells[column]) is not None:
                cell.style = f"gxlint {_GRAVE.get(severity, 'text')}"
        for column, link in (links or {}).items():
            if (cell := cells[column]) is not None:
                self._link(cell, link)
        self._rows += 1
        self._write(cells, self._rows)
        return f"#'{self._sheet.title}'!A{self._rows}"

    def foot(self, row: Iterable[str | int]) -> None:
        """Append a row that is no part of what is filtered: the sums."""
        cells = self._cells(row)
        for cell in filter(None, cells):
            cell.style = "gxlint total"
        self._filtered = self._rows
        self._write(cells, self._rows + 1)

    def finish(self) -> None:
        """Set the filter over all rows there are."""
        last = get_column_letter(len(self._columns))
        self._sheet.auto_filter.ref = f"A1:{last}{self._filtered or self._rows}"

    def _write(self, cells: list[Cell | None], number: int) -> None:
        """Write a row, as high as its longest text needs: not every program works that out by itself."""
        lines = max(
            (
                ceil(display_width(cell.value) / column.width)
                for cell, column in zip(cells, self._columns, strict=True)
                if cell is not None and isinstance(cell.value, str) and cell.style != "gxlint address"
            ),
            default=1,
        )
        dimensions = self._sheet.row_dimensions
        dimensions[number].height = min(_HIGHEST, _LINE_HEIGHT * lines + 1)
        self._sheet.append(cells)
        del dimensions[number]  # written, and there may be very many

    def _open(self) -> None:
        self._number += 1
        title = self._title if self._number == 1 else f"{self._title} {self._number}"
        sheet: Worksheet = self._book.create_sheet(title)
        for place, column in enumerate(self._columns, 1):
            sheet.column_dimensions[get_column_letter(place)].width = column.width
        sheet.freeze_panes = "A2"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = "1:1"
        self._sheet, self._rows, self._links, self._filtered = sheet, 1, 0, 0
        sheet.append([self._head(column.name) for column in self._columns])

    def _head(self, name: str) -> Cell:
        cell = self._cell(name)
        cell.style = "gxlint head"
        return cell

    def _cells(self, row: Iterable[str | int]) -> list[Cell | None]:
        """Nothing is written for what is empty."""
        return [None if value == "" else self._cell(value) for value in row]

    def _cell(self, value: str | int) -> Cell:
        text = printable(visible(value)) if isinstance(value, str) else value
        cell = WriteOnlyCell(self._sheet, text)
        cell.style = "gxlint text" if isinstance(text, str) else "gxlint number"
        if isinstance(text, str):
            cell.data_type = "s"
            if looks_like_formula(text):  # stays a text, too, when a person edits it
                cell.quotePrefix = True
        return cell

    def _link(self, cell: Cell, link: str) -> None:
        """Excel takes so many links on a sheet and no more; beyond that the text stands alone."""
        if self._links < _MOST_LINKS and len(link) <= _LONGEST_LINK:
            to_row = link.startswith("#")
            cell.hyperlink = Hyperlink(ref="", location=link[1:]) if to_row else link
            cell.data_type = "s"
            cell.style = "gxlint link" if to_row else "gxlint address"  # which nobody reads to its end
            self._links += 1
