"""How the lines of a table are written: which are rows, which are rules, what their edges look like."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from gxlint.formatting.bars import BarLine, RuleLine
from gxlint.source.width import display_width

Line: TypeAlias = BarLine | RuleLine | None

_WIDEST = 100  # what is wider stands out of its column rather than push all others apart


class Layout(NamedTuple):
    """The lines of a table, each with its number.

    Attributes:
        rows: the lines of cells.
        rules: the lines drawn between them.
        indent: white space before each line.
        framed: whether rows begin with a bar.
    """

    rows: tuple[tuple[int, BarLine], ...]
    rules: tuple[tuple[int, RuleLine], ...]
    indent: str
    framed: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Layout":
        """The layout of these lines, at least one of which is a row."""
        rows = [line for line in lines if isinstance(line, BarLine)]
        framed = sum(row.opened for row in rows) * 2 > len(rows)
        indent = next(row.indent for row in rows if row.opened is framed)
        return cls(
            tuple(
                (at, line if framed else _unframed(line))
                for at, line in enumerate(lines)
                if isinstance(line, BarLine)
            ),
            tuple((at, line) for at, line in enumerate(lines) if isinstance(line, RuleLine)),
            indent,
            framed,
        )

    @property
    def ruled(self) -> bool:
        """Whether there are rules, which stand over columns."""
        return bool(self.rules)

    def written(self, row: BarLine, text: str) -> str:
        """A row whose cells are put together already, with what stands before and behind them."""
        if row.opened:
            text = f"{row.bar} {text}"
        elif self.framed:
            text = f"  {text}"
        if row.closed:
            text = f"{text} {row.bar}"
        return f"{self.indent}{text.rstrip()} {row.behind}".rstrip()


def widths(rows: Iterable[Sequence[str]]) -> list[int]:
    """The width of each column."""
    return [
        max((width for cell in column if (width := display_width(cell)) <= _WIDEST), default=0)
        for column in zip_longest(*rows, fillvalue="")
    ]


def _unframed(row: BarLine) -> BarLine:
    """A row of a table without a frame: a bar at its beginning ends a blank first cell."""
    return row._replace(cells=("", *row.cells), opened=False) if row.opened else row
