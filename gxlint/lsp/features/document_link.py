"""textDocument/documentLink: web addresses in the text, and laws and notices whose text a government publishes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.reading import analysed

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.reading import Reading
    from gxlint.lsp.server import Server


async def _document_link(server: Server, params: types.DocumentLinkParams) -> list[types.DocumentLink] | None:
    reading = await analysed(server, params.text_document.uri)
    if reading is None:
        return None
    return await reading.worked_out(partial(_links, reading))


def _links(reading: Reading) -> list[types.DocumentLink]:
    from gxlint.reporters.links import web_links  # brings what the first analysis has brought already

    tells = reading.server.client.tooltips
    return [
        types.DocumentLink(
            reading.places.range(item.start, item.end), item.url, item.title if tells else None
        )
        for item in web_links(reading.report, reading.book)
    ]


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.document_link_provider = types.DocumentLinkOptions()


FEATURE = Feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, _document_link, _announce)
