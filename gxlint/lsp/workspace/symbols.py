"""What can be looked for by name in the reports of a folder: reports, their parts, their tables."""

from __future__ import annotations

import os
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.lsp.analysis import Analysis
    from gxlint.model import Report
    from gxlint.source import Span


class Symbol(NamedTuple):
    """Something with a name, and where it stands: line and column of its beginning and its end."""

    name: str
    kind: types.SymbolKind
    place: tuple[int, int, int, int]

    @property
    def range(self) -> types.Range:
        """The place as the protocol has it."""
        line, column, last, end = self.place
        return types.Range(types.Position(line, column), types.Position(last, end))


def symbols_of(analysis: Analysis) -> tuple[Symbol, ...]:
    """What has a name in a document; the document itself comes first."""
    return tuple(_symbols(analysis))


def matching(symbols: Iterable[Symbol], query: str) -> Iterator[Symbol]:
    """Those in whose names the characters of the query appear in their order, as the protocol wants it."""
    wanted = "".join(query.split()).casefold()
    for symbol in symbols:
        name = iter(symbol.name.casefold())
        if all(character in name for character in wanted):
            yield symbol


def _symbols(analysis: Analysis) -> Iterator[Symbol]:
    report, document, places = analysis.report, analysis.document, analysis.places
    if report is None or document is None or places is None:
        return

    def symbol(name: str, kind: types.SymbolKind, span: Span) -> Symbol:
        found = places.range(*document.view.source_span(span))
        start, end = found.start, found.end
        return Symbol(intern(name), kind, (start.line, start.character, end.line, end.character))

    if report.title is not None:
        yield symbol(_title(report), types.SymbolKind.File, report.title.span)
    elif report.sections:
        name = os.path.basename(document.path)
        yield symbol(name, types.SymbolKind.File, report.sections[0].heading.span)
    for section in report.sections:
        heading = section.heading
        yield symbol(f"{heading.number}{heading.title}", types.SymbolKind.Module, heading.span)
    for table in report.tables.values():
        yield symbol(table.form.name, types.SymbolKind.Array, table.span)


def _title(report: Report) -> str:
    """The title, and whose report it is where that does not say it."""
    assert report.title is not None
    title = "".join(report.document.slice(report.title.span).split())
    body = report.organisation or ""
    return title if not body or body in title else f"{title} {body}"
