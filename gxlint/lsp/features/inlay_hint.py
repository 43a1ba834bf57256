"""textDocument/inlayHint: what a total should come to, beside one that is blank or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.reading import analysed
from gxlint.model.sums import figure, number_at, totals
from gxlint.reporters.equations import equations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.client import Client
    from gxlint.lsp.reading import Reading
    from gxlint.lsp.server import Server
    from gxlint.model import Cell, Table
    from gxlint.model.sums import Number


async def _inlay_hint(server: Server, params: types.InlayHintParams) -> list[types.InlayHint] | None:
    reading = await analysed(server, params.text_document.uri)
    if reading is None:
        return None
    first, last = params.range.start.line, params.range.end.line
    hints = (hint for table in reading.report.tables.values() for hint in _hints(reading, table))
    return [hint for hint in hints if first <= hint.position.line <= last]


def _hints(reading: Reading, table: Table) -> Iterator[types.InlayHint]:
    wrong: dict[tuple[str, str], Number] = {}
    for total in totals(table):
        if total.sum is not None and round(total.sum - (number_at(table, total.address) or 0), 6):
            wrong.setdefault(total.address, total.sum)
    for (row, column), number in wrong.items():
        cell = table.cell(row, column)
        if cell is not None and cell.state != "missing":
            yield types.InlayHint(
                reading.range(cell.span).end,
                f"= {figure(number)}",
                padding_left=True,
                tooltip=_sums(reading, table, cell),
            )


def _sums(reading: Reading, table: Table, cell: Cell) -> str:
    """The sums that the cell is part of, written out."""
    texts = (equation.text(reading.lang) for equation in equations(table, cell.row, cell.column))
    return "\n".join(texts)


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.inlay_hint_provider = True


FEATURE = Feature(types.TEXT_DOCUMENT_INLAY_HINT, _inlay_hint, _announce)
