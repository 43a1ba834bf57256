"""A cell of figures: its address, what belongs there, its sums, and what the prose says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lsp.hovers.hover import Told
from gxlint.reporters.pages.cell import cell_page
from gxlint.reporters.pages.figure import told_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.reading import Reading
    from gxlint.lsp.spot import Spot


def told(reading: Reading, spot: Spot) -> Iterator[Told]:
    """The cell that is pointed at."""
    cell = reading.cell_at(spot)
    if cell is None:
        return
    also = [
        told_line(reading.report, link, reading.lang)
        for link in reading.links()
        if any(other.address == cell.address for other in link.cells)
    ]
    page = cell_page(reading.report, cell, reading.book, reading.lang, also)
    yield Told.of(reading, cell.span, page)
