"""textDocument/formatting: tables in columns, labels in official wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.tidying import tidying

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


async def _format(server: Server, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
    return await tidying(server, params.text_document.uri)


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.document_formatting_provider = True


FEATURE = Feature(types.TEXT_DOCUMENT_FORMATTING, _format, _announce)
