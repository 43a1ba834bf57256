"""All safe fixes of a document at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lsp.actions.action import Action, Offer
from gxlint.lsp.edits import difference, workspace_edit
from gxlint.lsp.places import Places
from gxlint.reporters.words import say
from gxlint.source import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol import types

    from gxlint.lsp.actions.action import Asked
    from gxlint.lsp.analysis import Analysis
    from gxlint.lsp.documents import OpenDocument
    from gxlint.lsp.server import Server

FIX_ALL = "source.fixAll.gxlint"


def _provide(asked: Asked) -> Iterator[Offer]:
    if any(_safe(asked.analysis)):
        yield Offer(
            say(asked.lang, "改正全部有把握的问题", "Fix all that can be fixed safely"), FIX_ALL, later=True
        )


def _safe(analysis: Analysis) -> Iterator[bool]:
    for item in analysis.shown:
        fix = item.finding.fix if item.finding else None
        yield fix is not None and fix.safe


async def _resolve(server: Server, document: OpenDocument) -> types.WorkspaceEdit | None:
    """What ``gxlint check --fix`` would change; none where that is nothing."""
    snapshot = document.snapshot
    after = await server.fixed(snapshot)
    before = str(snapshot.text)
    if after is None or after == before:
        return None
    places = Places(SourceText(before), server.client.columns)
    edits = difference(snapshot.text, after)
    return workspace_edit(server.client, snapshot.uri, snapshot.version, places, edits)


ACTION = Action((FIX_ALL,), _provide, _resolve)
