"""textDocument/references: everywhere the prose speaks of a figure, with its cells where they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.following import follow
from gxlint.lsp.reading import analysed

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


async def _references(server: Server, params: types.ReferenceParams) -> list[types.Location] | None:
    reading = await analysed(server, params.text_document.uri)
    if reading is None or (followed := follow(reading, reading.spot(params.position))) is None:
        return None
    cells = followed.cells if params.context.include_declaration else ()
    return [reading.location(span) for span in (*followed.prose, *cells)]


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.references_provider = True


FEATURE = Feature(types.TEXT_DOCUMENT_REFERENCES, _references, _announce)
