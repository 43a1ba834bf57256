"""textDocument/selectionRange: selections that grow: word, cell, row, table, section; number, sentence, paragraph, section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.reading import analysed
from gxlint.lsp.text import Place
from gxlint.lsp.widening import widening

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.reading import Reading
    from gxlint.lsp.server import Server


async def _selection_range(
    server: Server, params: types.SelectionRangeParams
) -> list[types.SelectionRange] | None:
    reading = await analysed(server, params.text_document.uri)
    if reading is None:
        return None
    return [_selection(reading, position) for position in params.positions]


def _selection(reading: Reading, position: types.Position) -> types.SelectionRange:
    source = reading.report.document.source
    place = Place(position.line, position.character)
    line, column = reading.document.text.clipped(place, reading.server.client.columns)
    selection: types.SelectionRange | None = None
    for start, end in reversed(widening(reading.report, source.line_starts[line] + column)):
        selection = types.SelectionRange(reading.places.range(start, end), selection)
    assert selection is not None
    return selection


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.selection_range_provider = True


FEATURE = Feature(types.TEXT_DOCUMENT_SELECTION_RANGE, _selection_range, _announce)
