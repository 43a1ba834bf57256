"""textDocument/rangeFormatting: the same for the tables that a range touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.tidying import tidying

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


async def _format_range(
    server: Server, params: types.DocumentRangeFormattingParams
) -> list[types.TextEdit] | None:
    start, end = params.range.start, params.range.end
    # Whole lines are selected up to the beginning of the next one, which is not meant.
    last = end.line - 1 if end.character == 0 and end.line > start.line else end.line
    return await tidying(server, params.text_document.uri, (start.line, last))


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.document_range_formatting_provider = True


FEATURE = Feature(types.TEXT_DOCUMENT_RANGE_FORMATTING, _format_range, _announce)
