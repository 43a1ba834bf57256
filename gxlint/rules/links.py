"""Figures of the prose and the cells of the tables that they are held against, for whoever follows one to the other."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from gxlint.model import Cell, Report
from gxlint.rules.info import Message
from gxlint.source import Span
from gxlint.source.record import Record

_NO_PARAMS: Mapping[str, object] = {}


class Link(Record, frozen=True):
    """A figure of the prose and the cells that it is held against.

    Attributes:
        span: the figure, or the words that say that there were none.
        cells: the cells, in text order; those of a sum together.
        says: what the cells come to, or why that cannot be told.
        params: fill ``says``.
        agrees: whether prose and cells say the same; none where that cannot be told.
    """

    span: Span
    cells: tuple[Cell, ...]
    says: Message
    params: Mapping[str, object] = _NO_PARAMS
    agrees: bool | None = None

    def text(self, lang: str = "zh") -> str:
        """What the cells come to, in the language asked for."""
        return self.says.render(self.params, lang)


Linker: TypeAlias = Callable[[Report], Sequence[Link]]
"""Says which figures of a report's prose are held against which cells, in text order."""
