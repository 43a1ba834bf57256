"""A table that was read before, at another place."""

from collections.abc import Sequence

from gxlint.model.report import Cell, Label, Row, Stray, Table
from gxlint.source import Span


def moved(table: Table, by: int) -> Table:
    """The same table with all its places moved by so many characters."""
    rows = {key: _row(row, by) for key, row in table.rows.items()}
    return Table(
        table.key,
        table.form,
        _span(table.span, by),
        rows,
        [_label(label, by) for label in table.labels],
        [_stray(stray, by) for stray in table.strays],
        [_row(row, by) for row in table.duplicates],
    )


def _row(row: Row, by: int) -> Row:
    label, span = _label(row.label, by), _span(row.span, by)
    return Row(row.table, row.key, label, _cells(row.cells, by), span, row.form, row.problem, row.found)


def _cells(cells: Sequence[Cell], by: int) -> tuple[Cell, ...]:
    return tuple(
        Cell(cell.table, cell.row, cell.column, cell.raw, cell.value, cell.state, _span(cell.span, by))
        for cell in cells
    )


def _label(label: Label, by: int) -> Label:
    return label._replace(span=_span(label.span, by))


def _stray(stray: Stray, by: int) -> Stray:
    return stray._replace(span=_span(stray.span, by))


def _span(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
