"""The tables of a report as the public will see them: drawn as the official form draws them, with the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from gxlint.forms.grid import FilledTable, drawn
from gxlint.reporters.detail import own_span
from gxlint.reporters.detail_tables import table_detail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.formats import TableForm
    from gxlint.forms.grid import GridCell
    from gxlint.model import Report, Table
    from gxlint.reporters.detail_tables import RowDetail
    from gxlint.rules import Finding

Kind: TypeAlias = Literal["label", "figure"]

# Row and column keys hold letters, dots and digits only.
_JOINT = "/"


class DrawnCell(NamedTuple):
    """A cell of the drawing, merged over so many columns and rows.

    Attributes:
        kind: whether it is printed on the form or filled in.
        text: what stands in it.
        colspan, rowspan: how many columns and rows it covers.
        row, column: its address in the table; a row's label has no column, other labels have neither.
        findings: numbers of the findings about it.
        expected: the sum that it should hold, where it holds another.
        problem: why the cells of its row are not to be had, as ``RowDetail`` has it.
    """

    kind: Kind
    text: str
    colspan: int = 1
    rowspan: int = 1
    row: str = ""
    column: str = ""
    findings: tuple[int, ...] = ()
    expected: int | float | None = None
    problem: str | None = None


class DrawnTable(NamedTuple):
    """A table, row by row; no rows where no trace of it was found. ``findings`` are those about no single row."""

    key: str
    name: str
    title: str
    rows: tuple[tuple[DrawnCell, ...], ...] = ()
    findings: tuple[int, ...] = ()


def drawn_tables(report: Report, findings: Sequence[Finding]) -> tuple[DrawnTable, ...]:
    """All tables of the report's form, in its order."""
    return tuple(_drawn(report, form, findings) for form in report.format.tables)


def _drawn(report: Report, form: TableForm, findings: Sequence[Finding]) -> DrawnTable:
    title = report.format.section_forms[form.section].heading
    table = report.table(form.key)
    if table is None:
        return DrawnTable(form.key, form.name, title)
    place = own_span(table, report.tables.values())
    detail, _ = table_detail(table, dict(enumerate(findings)), is_own=place)
    rows = {row.key: row for block in detail.blocks for row in block.rows}
    lines = tuple(tuple(_cell(cell, form, rows) for cell in line) for line in drawn(_filled(table, rows)))
    return DrawnTable(form.key, form.name, title, lines, detail.findings)


def _filled(table: Table, rows: dict[str, RowDetail]) -> FilledTable:
    """The table with the words of the text. In place of each figure stands its address."""
    addresses = {
        row: {column: f"{row}{_JOINT}{column}" for column in table.form.columns_of(row)} for row in rows
    }
    labels = {row.key: row.label for row in rows.values() if row.problem != "missing"}
    return FilledTable(table.form, addresses, labels)


def _cell(cell: GridCell, form: TableForm, rows: dict[str, RowDetail]) -> DrawnCell:
    if not cell.figure:
        row = rows.get(cell.owner.removeprefix(f"{form.key}.")) if cell.owner else None
        made = DrawnCell("label", cell.text, cell.colspan, cell.rowspan)
        if row is None:
            return made
        return made._replace(row=row.key, findings=row.findings, problem=row.problem)
    key, _, column = cell.text.partition(_JOINT)
    row = rows[key]
    made = DrawnCell("figure", "", cell.colspan, cell.rowspan, key, column, problem=row.problem)
    if not row.cells:
        return made
    held = row.cells[form.columns_of(key).index(column)]
    expected = None if held.agrees else held.computed
    return made._replace(text=held.text, findings=held.findings, expected=expected)
