"""textDocument/semanticTokens/full: what the words and numbers of a document are, for an editor to colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.reading import analysed
from gxlint.lsp.tokens import LEGEND, tokens

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


async def _full(server: Server, params: types.SemanticTokensParams) -> types.SemanticTokens | None:
    reading = await analysed(server, params.text_document.uri)
    return types.SemanticTokens(await tokens(reading)) if reading is not None else None


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    # A report has some hundred tokens: sending all takes less than telling what has changed would.
    capabilities.semantic_tokens_provider = types.SemanticTokensOptions(LEGEND, full=True, range=True)


FEATURE = Feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, _full, _announce)
