"""A label of a table: what belongs in the row or column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lsp.hovers.hover import Told
from gxlint.reporters.pages.cell import label_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.reading import Reading
    from gxlint.lsp.spot import Spot


def told(reading: Reading, spot: Spot) -> Iterator[Told]:
    """The label that is pointed at."""
    for table in reading.report.tables.values():
        label = next((label for label in table.labels if spot.within(label.span)), None)
        if label is not None:
            page = label_page(reading.report, table.key, label, reading.book, reading.lang)
            if page is not None:
                yield Told.of(reading, label.span, page)
            return
