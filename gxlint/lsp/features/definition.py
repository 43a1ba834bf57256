"""textDocument/definition: from a figure of the prose to its cells, from a cell to where the prose speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.following import follow
from gxlint.lsp.reading import analysed

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


async def _definition(
    server: Server, params: types.DefinitionParams
) -> list[types.Location] | list[types.LocationLink] | None:
    reading = await analysed(server, params.text_document.uri)
    if reading is None or (followed := follow(reading, reading.spot(params.position))) is None:
        return None
    goals = followed.cells if followed.asked else followed.prose
    if not server.client.links:
        return [reading.location(span) for span in goals]
    origin, uri = reading.range(followed.origin), reading.document.uri
    ranges = map(reading.range, goals)
    return [types.LocationLink(uri, goal, goal, origin) for goal in ranges]


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.definition_provider = True


FEATURE = Feature(types.TEXT_DOCUMENT_DEFINITION, _definition, _announce)
