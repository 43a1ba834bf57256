"""Where the words of a report lead on the web: the addresses in it, and the laws and notices that it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gxlint.reporters.basis import web_address
from gxlint.rules.cited import mentions
from gxlint.source.addresses import web_addresses
from gxlint.source.pieces import by_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.model import Report
    from gxlint.readers import Document
    from gxlint.rules.law_book import LawBook


class WebLink(NamedTuple):
    """A stretch of the source, within one line, by its offsets; the page it leads to, and what that is."""

    start: int
    end: int
    url: str
    title: str


def web_links(report: Report, book: LawBook) -> list[WebLink]:
    """All links of a report, in text order, without overlaps. A law or notice is linked where a government publishes it."""
    found = sorted(
        (*_written(report.document), *_cited(report, book)), key=lambda item: (item.start, -item.end)
    )
    apart: list[WebLink] = []
    for item in found:
        if not apart or item.start >= apart[-1].end:
            apart.append(item)
    return apart


def _written(document: Document) -> Iterator[WebLink]:
    """The addresses that stand in the text; of a page, whose source is markup, those that a reader sees."""
    if document.kind == "text":
        for start, end, url in web_addresses(document.source.text):
            yield WebLink(start, end, url, url)
        return
    for start, end, url in web_addresses(document.text):
        first, last = document.view.source_offset(start), document.view.source_end(end)
        if document.source.text[first:last] == document.text[start:end]:
            yield WebLink(first, last, url, url)


def _cited(report: Report, book: LawBook) -> Iterator[WebLink]:
    document = report.document
    for mention in mentions(report, book):
        url = web_address(mention.law.official_url)
        if url and mention.kind != "article":
            for start, end in by_line(document.source, *document.view.source_span(mention.span)):
                yield WebLink(start, end, url, f"《{mention.law.title}》")
