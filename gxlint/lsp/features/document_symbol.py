"""textDocument/documentSymbol: the parts of the report, and in each its headings and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.analysis import Analysis
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server
    from gxlint.model import Section
    from gxlint.source import Span


async def _document_symbol(
    server: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    document = server.documents.get(params.text_document.uri)
    analysis = await document.analysed() if document is not None else None
    if analysis is None or analysis.report is None:
        return []
    symbols = [_part(analysis, section) for section in analysis.report.sections]
    if server.client.nests:
        return symbols
    return list(_flat(symbols, params.text_document.uri))


def _part(analysis: Analysis, section: Section) -> types.DocumentSymbol:
    assert analysis.report is not None
    inside = [
        _symbol(analysis, f"{heading.number}{heading.title}", types.SymbolKind.String, heading.span)
        for heading in section.subheadings
    ]
    inside += [
        _symbol(analysis, table.form.name, types.SymbolKind.Array, table.span)
        for table in analysis.report.tables.values()
        if table.form.section == section.key
    ]
    inside.sort(key=lambda symbol: (symbol.range.start.line, symbol.range.start.character))
    heading = section.heading
    symbol = _symbol(
        analysis, f"{heading.number}{heading.title}", types.SymbolKind.Module, section.span, heading.span
    )
    symbol.children = inside
    return symbol


def _symbol(
    analysis: Analysis, name: str, kind: types.SymbolKind, span: Span, selected: Span | None = None
) -> types.DocumentSymbol:
    assert analysis.document is not None
    assert analysis.places is not None
    view, places = analysis.document.view, analysis.places
    whole = view.source_span(span)
    start, end = view.source_span(selected) if selected is not None else whole
    # What is selected has to lie inside the whole.
    chosen = places.range(max(start, whole.start), min(max(start, end), whole.end))
    return types.DocumentSymbol(name or "?", kind, places.range(*whole), chosen)


def _flat(
    symbols: list[types.DocumentSymbol], uri: str, inside: str | None = None
) -> Iterator[types.SymbolInformation]:
    for symbol in symbols:
        location = types.Location(uri, symbol.range)
        yield types.SymbolInformation(location, symbol.name, symbol.kind, container_name=inside)
        yield from _flat([*(symbol.children or ())], uri, symbol.name)


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.document_symbol_provider = True


FEATURE = Feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _document_symbol, _announce)
