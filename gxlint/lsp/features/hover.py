"""textDocument/hover: what the thing under the pointer is, what belongs there, what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.reading import present

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server
    from gxlint.reporters.pages.page import Page


def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    reading = present(server, params.text_document.uri)
    if reading is None:
        return None  # nothing is worked out for this: whoever still types does not read
    from gxlint.lsp.hovers import HOVERS  # brings what the first analysis has brought already

    spot = reading.spot(params.position)
    told = [item for hover in HOVERS for item in hover(reading, spot)]
    if not told:
        return None
    start, end, _ = min(told, key=lambda item: item.end - item.start)
    return types.Hover(
        _contents([item.page for item in told], server.client), reading.places.range(start, end)
    )


def _contents(pages: Sequence[Page], client: Client) -> types.MarkupContent:
    from gxlint.reporters.pages.terminal import terminal

    pages = list(dict.fromkeys(pages))
    if client.markdown:
        return types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(map(_markdown, pages)))
    return types.MarkupContent(types.MarkupKind.PlainText, "\n\n".join(map(terminal, pages)))


def _markdown(page: Page) -> str:
    """The page with headings of a size that suits what is no page."""
    from gxlint.reporters.pages.markdown import blocks_of

    title, *blocks = blocks_of(page)
    smaller = (block.replace("## ", "#### ", 1) if block.startswith("## ") else block for block in blocks)
    return "\n\n".join((title.replace("# ", "### ", 1), *smaller))


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.hover_provider = True


FEATURE = Feature(types.TEXT_DOCUMENT_HOVER, _hover, _announce)
