"""A law or notice that is cited, by its title, its number or an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lsp.hovers.hover import Told
from gxlint.reporters.pages.law import law_page
from gxlint.rules.cited import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.reading import Reading
    from gxlint.lsp.spot import Spot


def told(reading: Reading, spot: Spot) -> Iterator[Told]:
    """The law or notice that is cited that is pointed at."""
    report, book = reading.report, reading.book
    for mention in mentions(report, book):
        if spot.within(mention.span):
            page = law_page(mention.law, book, mention.articles, report.year, reading.lang)
            yield Told.of(reading, mention.span, page)
            return
