"""codeAction/resolve: the edit of an action that takes time to work out, once it has been chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.code_action import FIX_ALL, edit_of_all
from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


async def _resolve(server: Server, action: types.CodeAction) -> types.CodeAction:
    uri = action.data.get("uri") if isinstance(action.data, dict) else None
    document = server.documents.get(uri) if isinstance(uri, str) else None
    if document is not None and action.kind == FIX_ALL and action.edit is None:
        action.edit = await edit_of_all(server, document.snapshot)
    return action


FEATURE = Feature(types.CODE_ACTION_RESOLVE, _resolve)
