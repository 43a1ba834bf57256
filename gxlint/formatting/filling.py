"""Zeros for blank cells."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from gxlint.formatting.cells import with_text
from gxlint.model import Cell, Report, Row, Table
from gxlint.model.sums import totals
from gxlint.readers.edits import SourceEdit

Reach: TypeAlias = Literal["numeric", "all"]
"""``numeric``: only rows in which a number stands already; ``all``: the others as well."""


def zeros(report: Report, table: Table, rows: Iterable[Row], reach: Reach = "numeric") -> list[SourceEdit]:
    """What puts a zero into the blank cells of some rows.

    A cell that is the sum of others which come to more than that stays blank, and so do blank cells of which nobody can
    tell where they are.
    """
    if report.document.kind != "text":
        return []
    due = {total.address for total in totals(table) if total.sum}
    return [
        edit
        for row in rows
        if row.complete and (reach == "all" or any(cell.value is not None for cell in row.cells))
        for cell in _blank(row)
        if (cell.row, cell.column) not in due and (edit := with_text(report, cell, "0")) is not None
    ]


def _blank(row: Row) -> Iterator[Cell]:
    """The blank cells of a row, each at a place of its own."""
    blank = [cell for cell in row.cells if cell.state == "blank"]
    places = [cell.span for cell in blank]
    return (cell for cell in blank if places.count(cell.span) == 1)
