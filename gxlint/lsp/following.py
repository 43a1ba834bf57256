"""From a figure of the prose to the cells that it is held against, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gxlint.lsp.reading import Reading
    from gxlint.lsp.spot import Spot
    from gxlint.model import Cell
    from gxlint.source import Span


class Followed(NamedTuple):
    """What belongs together.

    Attributes:
        origin: the thing that was asked about.
        asked: whether that is a figure of the prose, not a cell.
        cells: the cells that tell of it.
        prose: the figures of the prose that tell of it.
    """

    origin: Span
    asked: bool
    cells: tuple[Span, ...]
    prose: tuple[Span, ...]


def follow(reading: Reading, spot: Spot) -> Followed | None:
    """What belongs to the figure that is pointed at; none where there is no figure that anything belongs to."""
    links = reading.links()
    here = [link for link in links if link.cells and spot.within(link.span)]
    if here:
        same = {_addresses(link.cells) for link in here}
        prose = [link.span for link in links if _addresses(link.cells) in same]
        return Followed(
            here[0].span, True, _spans(cell for link in here for cell in link.cells), _once(prose)
        )
    cell = reading.cell_at(spot)
    if cell is None:
        return None
    told = [link.span for link in links if cell.address in _addresses(link.cells)]
    return Followed(cell.span, False, (cell.span,), _once(told)) if told else None


def _addresses(cells: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(cell.address for cell in cells)


def _spans(cells: Iterable[Cell]) -> tuple[Span, ...]:
    return _once(cell.span for cell in cells)


def _once(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))
