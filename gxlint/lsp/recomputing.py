"""The totals of tables put right in the client's document, at the user's command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.edits import workspace_edit
from gxlint.lsp.reading import analysed
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


async def recompute(server: Server, uri: str, table: str | None) -> int:
    """Have the client change the totals of a table, or of all; how many that are."""
    from gxlint.formatting.totals import recomputed

    reading = await analysed(server, uri)
    if reading is None or not server.client.applies:
        return 0
    report, analysis = reading.report, reading.analysis
    wanted = [found for key, found in report.tables.items() if table in (None, key)]
    edits = [edit for found in wanted for edit in recomputed(report, found)]
    if edits:
        change = workspace_edit(server.client, uri, analysis.version, reading.places, edits)
        label = say(reading.lang, "重算合计", "Work out totals anew")
        server.workspace_apply_edit(types.ApplyWorkspaceEditParams(change, label))
    return len(edits)
