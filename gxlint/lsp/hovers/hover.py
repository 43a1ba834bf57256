"""What is told of a place in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gxlint.lsp.reading import Reading
    from gxlint.reporters.pages.page import Page
    from gxlint.source import Span


class Told(NamedTuple):
    """What is told of a thing, and where that stands in the source, as offsets."""

    start: int
    end: int
    page: Page

    @classmethod
    def of(cls, reading: Reading, span: Span, page: Page) -> Told:
        """The same of a stretch of the report's text."""
        start, end = reading.report.document.view.source_span(span)
        return cls(start, end, page)
