"""textDocument/semanticTokens/range: the same for the part of a document that is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.reading import analysed
from gxlint.lsp.tokens import tokens

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


async def _range(server: Server, params: types.SemanticTokensRangeParams) -> types.SemanticTokens | None:
    reading = await analysed(server, params.text_document.uri)
    if reading is None:
        return None
    start, end = (reading.source_offset(place) for place in (params.range.start, params.range.end))
    return types.SemanticTokens(await tokens(reading, start, end))


FEATURE = Feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, _range)
