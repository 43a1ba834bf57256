"""Lines of cells set in columns that line up on the screen, where a Chinese character takes two places.

Only white space changes, and the strokes of rules: no cell and no bar comes or goes.
"""

from collections.abc import Iterable, Mapping, Sequence

from gxlint.formatting.bars import BarLine, is_comment, read_line
from gxlint.formatting.grid import in_grid
from gxlint.formatting.layout import Layout, Line
from gxlint.formatting.merged import by_figures
from gxlint.model.values import parse_value
from gxlint.source.view import normalise

_MOST_CELLS = 40  # no form has half as many columns: the row breaks of such a line were lost


def in_columns(
    texts: Sequence[str], figures: Mapping[int, int] | None = None, growing: int | None = None
) -> list[str]:
    """The lines of one table with their cells in columns; as they are where that cannot be done with certainty.

    Args:
        texts: lines without their line ends, comments for the checker among them.
        figures: for the lines of which it is known, how many bars stand before their first cell of figures.
        growing: the line that is being written, and so may not have all its cells yet.
    """
    lines = [read_line(text) for text in texts]
    if not _is_table(texts, lines):
        return list(texts)
    layout = Layout.of(lines)
    known = {at: figures[at] - row.opened for at, row in layout.rows if figures and at in figures}
    heads = {at: _head(row) for at, row in layout.rows} | known
    others = tuple((at, row) for at, row in layout.rows if at != growing)
    if layout.ruled or _agree(others, heads, known):
        made = in_grid(layout, growing)
    else:
        made = by_figures(layout, heads)
    return [made.get(at, text) for at, text in enumerate(texts)]


def _is_table(texts: Sequence[str], lines: Sequence[Line]) -> bool:
    """Whether this is a table for certain: several lines of several cells, and nothing else."""
    if any(line is None and not is_comment(text) for text, line in zip(texts, lines, strict=True)):
        return False
    counts = [len(line.cells) for line in lines if isinstance(line, BarLine) and not line.bare]
    return sum(count > 1 for count in counts) > 1 and max(counts) <= _MOST_CELLS


def _agree(rows: Sequence[tuple[int, BarLine]], heads: Mapping[int, int], known: Mapping[int, int]) -> bool:
    """Whether cells with the same number belong into the same column: figures below figures, labels below labels."""
    if len({len(row.cells) for _, row in rows if len(row.cells) > 1}) > 1:
        return False
    figures = {at: first for at, row in rows if (first := known.get(at, _first_figure(row))) is not None}
    return not figures or max(heads[at] for at in figures) <= min(figures.values())


def _head(row: BarLine) -> int:
    """How many labels a row begins with: blank cells behind them may be figures that are not filled in."""
    first = _first_figure(row)
    head = _filled(row.cells[:first])
    return head if first is not None or head < 2 else len(row.cells)


def _first_figure(row: BarLine) -> int | None:
    return next((at for at, cell in enumerate(row.cells) if cell and _is_figure(cell)), None)


def _filled(cells: Iterable[str]) -> int:
    """The place behind the last cell that is not blank."""
    return max((at + 1 for at, cell in enumerate(cells) if cell), default=0)


def _is_figure(cell: str) -> bool:
    return parse_value(normalise(cell).text, "delta")[1] != "invalid"
