"""A figure of the prose: the cells that it is held against, and whether they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lsp.hovers.hover import Told
from gxlint.reporters.pages.figure import figure_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.reading import Reading
    from gxlint.lsp.spot import Spot


def told(reading: Reading, spot: Spot) -> Iterator[Told]:
    """The figures that is pointed at."""
    for link in reading.links():
        if spot.within(link.span):
            yield Told.of(reading, link.span, figure_page(reading.report, link, reading.lang))
