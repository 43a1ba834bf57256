"""The tables and rows that actions are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.actions.action import Asked
    from gxlint.model import Report, Row, Table
    from gxlint.source import Span

REWRITE = "refactor.rewrite.gxlint"


def tables_at(asked: Asked, report: Report) -> Iterator[Table]:
    """The tables on whose lines something is asked for."""
    return (table for table in report.tables.values() if _touches_lines(asked, report, table.span))


def row_at(asked: Asked, report: Report, table: Table) -> Row | None:
    """The row that is asked for, or on whose line; none where that are several."""
    rows = table.rows.values()
    inside = [row for row in rows if asked.touches(*report.document.view.source_span(row.span))]
    if len(inside) != 1:
        inside = [row for row in rows if _touches_lines(asked, report, row.span)]
    return inside[0] if len(inside) == 1 else None


def _touches_lines(asked: Asked, report: Report, span: Span) -> bool:
    source = report.document.source
    start, end = report.document.view.source_span(span)
    first, last = source.line_of(start), source.line_of(end)
    return asked.touches(source.line_starts[first], source.line_bounds(last)[1])
