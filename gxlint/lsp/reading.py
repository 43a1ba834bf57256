"""A place in a document that a client asks about."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified

from gxlint.lsp.spot import Spot
from gxlint.lsp.text import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from gxlint.lsp.analysis import Analysis
    from gxlint.lsp.documents import OpenDocument
    from gxlint.lsp.places import Places
    from gxlint.lsp.server import Server
    from gxlint.model import Cell, Report
    from gxlint.rules import Link
    from gxlint.rules.law_book import LawBook
    from gxlint.source import Span

T = TypeVar("T")
_log = logging.getLogger(__name__)
# From so many characters on somebody might notice that the server does nothing else meanwhile.
_LARGE = 50_000
_WIDEST_GAP = 60


class Reading(NamedTuple):
    """A document whose present text is analysed, and what is known of it.

    Attributes:
        server: who knows it.
        document: the open document.
        analysis: what came of its text.
        report: what was recognised in it.
        places: from its source to the client.
    """

    server: Server
    document: OpenDocument
    analysis: Analysis
    report: Report
    places: Places

    @property
    def lang(self) -> str:
        """The user's language."""
        return self.server.settings.lang

    @property
    def book(self) -> LawBook:
        """The laws and notices that are known."""
        return self.server.installed.law_book

    def links(self) -> list[Link]:
        """The figures of the prose and their cells, in text order."""
        found: list[Link] = []
        for linker in self.server.installed.plugins.linkers:
            try:
                found += self.report.once(linker)
            except Exception:
                _log.exception("a plugin failed to say which figures belong together")
        return sorted(found, key=lambda link: link.span)

    def source_offset(self, position: types.Position) -> int:
        """The place in the source nearest to a position."""
        place = Place(position.line, position.character)
        line, column = self.document.text.clipped(place, self.server.client.columns)
        return self.report.document.source.line_starts[line] + column

    def spot(self, position: types.Position) -> Spot:
        """What a position points at."""
        return Spot.at(self.report.document.view, self.source_offset(position))

    async def worked_out(self, work: Callable[[], T]) -> T:
        """What takes time in a large document; then it is done elsewhere, so that the server can go on meanwhile.

        Raises:
            JsonRpcContentModified: the document has changed in the meantime.
        """
        if len(self.report.document.source.text) < _LARGE:
            return work()
        done = await asyncio.shield(self.server.worker.submit(work))
        if self.document.current is not self.analysis:
            raise JsonRpcContentModified(self.document.uri)
        return done

    def range(self, span: Span) -> types.Range:
        """Where a stretch of the report's text is in the document."""
        return self.places.range(*self.report.document.view.source_span(span))

    def location(self, span: Span) -> types.Location:
        """The same, with the document's name."""
        return types.Location(self.document.uri, self.range(span))

    def cell_at(self, spot: Spot) -> Cell | None:
        """The cell of figures that is pointed at."""
        for table in self.report.tables.values():
            if table.span.covers(spot.offset):
                for cell in table.cells():
                    if cell.state != "missing" and (
                        spot.within(cell.span) or self._lies_in(spot.offset, cell)
                    ):
                        return cell
        return None

    def _lies_in(self, offset: int, cell: Cell) -> bool:
        """Whether a place lies in a blank cell, of which nothing but white space is there to be pointed at."""
        if cell.span.length or abs(offset - cell.span.start) > _WIDEST_GAP:
            return False
        between = self.report.text[min(offset, cell.span.start) : max(offset, cell.span.end)]
        return between.isspace() and "\n" not in between


def present(server: Server, uri: str) -> Reading | None:
    """The document as it stands, if it is one of ours and has been analysed; nothing is worked out for this."""
    document = server.documents.get(uri)
    return _reading(server, document, document.current if document is not None else None)


async def analysed(server: Server, uri: str) -> Reading | None:
    """The document as it stands, as soon as it has been analysed; none if it is none of ours."""
    document = server.documents.get(uri)
    return _reading(server, document, await document.analysed() if document is not None else None)


def _reading(server: Server, document: OpenDocument | None, analysis: Analysis | None) -> Reading | None:
    if document is None or analysis is None or analysis.report is None or analysis.places is None:
        return None
    return Reading(server, document, analysis, analysis.report, analysis.places)
