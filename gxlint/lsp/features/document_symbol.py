"""textDocument/documentSymbol: the parts of the report, in each its headings and tables, in tables the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.reading import analysed
from gxlint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.lsp.client import Client
    from gxlint.lsp.reading import Reading
    from gxlint.lsp.server import Server
    from gxlint.model import Row, Section, Table


async def _document_symbol(
    server: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    reading = await analysed(server, params.text_document.uri)
    if reading is None:
        return []
    symbols = [_part(reading, section) for section in reading.report.sections]
    if server.client.nests:
        return symbols
    return list(_flat(symbols, params.text_document.uri))


def _part(reading: Reading, section: Section) -> types.DocumentSymbol:
    inside = [
        _symbol(reading, f"{heading.number}{heading.title}", types.SymbolKind.String, heading.span)
        for heading in section.subheadings
    ]
    inside += [
        _table(reading, table)
        for table in reading.report.tables.values()
        if table.form.section == section.key
    ]
    heading = section.heading
    return _symbol(
        reading,
        f"{heading.number}{heading.title}",
        types.SymbolKind.Module,
        section.span,
        heading.span,
        inside=_in_order(inside),
    )


def _table(reading: Reading, table: Table) -> types.DocumentSymbol:
    rows = [_row(reading, table, row) for row in table.rows.values() if "." not in row.key]
    rows += [group for key in table.form.group_forms if (group := _group(reading, table, key)) is not None]
    return _symbol(reading, table.form.name, types.SymbolKind.Array, table.span, inside=_in_order(rows))


def _group(reading: Reading, table: Table, key: str) -> types.DocumentSymbol | None:
    """The rows of a group, if there are any, under its label."""
    rows = [table.rows[child] for child in table.form.children(key) if child in table.rows]
    if not rows:
        return None
    label = next((label.span for label in table.labels if (label.role, label.key) == ("group", key)), None)
    spans = [label or rows[0].label.span, *map(_whole, rows)]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    inside = [_row(reading, table, row) for row in rows]
    name = table.form.short_label(key)
    return _symbol(reading, name, types.SymbolKind.Object, whole, spans[0], inside=_in_order(inside))


def _row(reading: Reading, table: Table, row: Row) -> types.DocumentSymbol:
    """A row, with its total or else with all its figures."""
    columns = table.form.columns_of(row.key)
    shown = [cell for cell in row.cells if cell.column == "total"] or row.cells
    figures = " / ".join(" ".join(cell.raw.split()) or "–" for cell in shown)
    detail = f"{table.form.short_label(shown[0].column)} {figures}" if len(shown) < len(columns) else figures
    name, kind = table.form.short_label(row.key), types.SymbolKind.Field
    return _symbol(reading, name, kind, _whole(row), row.label.span, detail=detail)


def _whole(row: Row) -> Span:
    return row.span.hull(row.label.span)


def _symbol(
    reading: Reading,
    name: str,
    kind: types.SymbolKind,
    span: Span,
    selected: Span | None = None,
    *,
    detail: str = "",
    inside: Sequence[types.DocumentSymbol] = (),
) -> types.DocumentSymbol:
    view = reading.report.document.view
    whole = view.source_span(span)
    chosen = view.source_span(selected) if selected is not None else whole
    # What is selected has to lie inside the whole.
    start = min(max(chosen.start, whole.start), whole.end)
    end = min(max(chosen.end, start), whole.end)
    return types.DocumentSymbol(
        name or "?",
        kind,
        reading.places.range(*whole),
        reading.places.range(start, end),
        detail=detail or None,
        children=[*inside] or None,
    )


def _in_order(symbols: list[types.DocumentSymbol]) -> list[types.DocumentSymbol]:
    return sorted(symbols, key=lambda symbol: (symbol.range.start.line, symbol.range.start.character))


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
