"""textDocument/documentHighlight: a figure wherever it stands, in the prose and in its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.following import follow
from gxlint.lsp.reading import analysed

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


async def _document_highlight(
    server: Server, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    reading = await analysed(server, params.text_document.uri)
    if reading is None or (followed := follow(reading, reading.spot(params.position))) is None:
        return None
    # The form asks for the cells; what the prose says is taken from them.
    written = [
        types.DocumentHighlight(reading.range(span), types.DocumentHighlightKind.Write)
        for span in followed.cells
    ]
    read = [
        types.DocumentHighlight(reading.range(span), types.DocumentHighlightKind.Read)
        for span in followed.prose
    ]
    return [*read, *written]


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.document_highlight_provider = True


FEATURE = Feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, _document_highlight, _announce)
