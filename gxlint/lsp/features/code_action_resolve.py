"""codeAction/resolve: the edit of an action that takes time to work out, once it has been chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.actions import ACTIONS
from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


async def _resolve(server: Server, chosen: types.CodeAction) -> types.CodeAction:
    uri = chosen.data.get("uri") if isinstance(chosen.data, dict) else None
    document = server.documents.get(uri) if isinstance(uri, str) else None
    if document is None or chosen.edit is not None:
        return chosen
    for action in ACTIONS:
        if action.resolve is not None and chosen.kind in action.kinds:
            chosen.edit = await action.resolve(server, document)
    return chosen


FEATURE = Feature(types.CODE_ACTION_RESOLVE, _resolve)
