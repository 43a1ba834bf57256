"""textDocument/codeLens: over each table whether its sums agree, and a way to put the totals right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.commands import RECOMPUTE_TOTALS
from gxlint.lsp.features.feature import Feature
from gxlint.lsp.reading import analysed
from gxlint.reporters.standing import standing

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.reading import Reading
    from gxlint.lsp.server import Server
    from gxlint.model import Table


async def _code_lens(server: Server, params: types.CodeLensParams) -> list[types.CodeLens] | None:
    reading = await analysed(server, params.text_document.uri)
    if reading is None:
        return None
    return [_lens(reading, table) for table in reading.report.tables.values()]


def _lens(reading: Reading, table: Table) -> types.CodeLens:
    from gxlint.formatting.totals import recomputed

    findings = [item.finding for item in reading.analysis.shown if item.finding is not None]
    inside = sum(finding.where.table == table.form.key for finding in findings)
    title = f"{table.form.name}:{standing(table, inside, reading.lang)}"
    # Clients show a title whose command has no name as mere text.
    command = types.Command(title, "")
    if reading.server.client.applies and recomputed(reading.report, table):
        command = types.Command(title, RECOMPUTE_TOTALS, arguments=[reading.document.uri, table.form.key])
    start = reading.range(table.span).start
    return types.CodeLens(types.Range(start, start), command)


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.code_lens_provider = types.CodeLensOptions(resolve_provider=False)


FEATURE = Feature(types.TEXT_DOCUMENT_CODE_LENS, _code_lens, _announce)
