"""Zeros for blank cells, as a proposal: only where every blank cell has a place of its own to write into."""

from collections.abc import Sequence

from gxlint.model import Cell, Report, Row
from gxlint.rules import Edit, Finding, Message
from gxlint.source import Span
from gxlint_national.tables.condition import has_separators

_FIX = Message("空白格填 0", "Put 0 into the blank cells")


def with_zeros(found: Finding, rows: Sequence[Row], cells: Sequence[Cell], report: Report) -> Finding:
    """The finding with the proposal to put 0 into these cells of these rows."""
    places = {cell.span for cell in cells}
    if not cells or len(places) < len(cells) or not all(has_separators(report, row) for row in rows):
        return found
    return found.with_fix([Edit(_inside(cell.span, report.text), "0") for cell in cells], _FIX, safe=False)


def _inside(span: Span, text: str) -> Span:
    """Between two blanks rather than behind them, as the figures beside it stand."""
    if span.start == span.end and text[span.start - 2 : span.start + 1] == "  |":
        return Span(span.start - 1, span.start - 1)
    return span
