"""Tables whose merged cells were written once, so that their lines have different numbers of cells.

The figures are put below one another, and the labels before them share one wide column.
"""

from collections.abc import Mapping, Sequence

from gxlint.formatting.layout import Layout, widths
from gxlint.source.width import pad


def by_figures(layout: Layout, heads: Mapping[int, int]) -> dict[int, str]:
    """The lines of the table by number; the heads say how many labels each line begins with."""
    labelled = _labelled(layout, heads)
    apart = _apart(layout, heads)
    cells = {}
    for at, row in layout.rows:
        if at in labelled:
            cells[at] = (run(row.cells[: labelled[at]], row.bar), *row.cells[labelled[at] :])
        elif at in apart:
            cells[at] = row.cells
    columns = [widths(cells[at] for at in group) for group in (labelled, apart)]
    made = {}
    for at, row in layout.rows:
        if at in cells:
            padded = map(pad, cells[at], columns[at in apart])
            made[at] = layout.written(row, f" {row.bar} ".join(padded))
        elif sum(map(bool, row.cells)) > 1:
            made[at] = layout.written(row, run(row.cells, row.bar))
    return made


def run(cells: Sequence[str], bar: str) -> str:
    """Cells one after the other, not in columns: ``a | b | | c``."""
    return cells[0] + "".join(f" {bar} {cell}" if cell else f" {bar}" for cell in cells[1:])


def _labelled(layout: Layout, heads: Mapping[int, int]) -> dict[int, int]:
    """The rows of labels and figures, and the headers above them, with their number of labels."""
    found: dict[int, int] = {}
    figures: int | None = None
    for at, row in reversed(layout.rows):
        count, head = len(row.cells), heads[at]
        if 0 < head < count:
            found[at], figures = head, count - head
        elif figures is not None and head == count == figures + 1 and all(row.cells):
            found[at] = 1
    return found


def _apart(layout: Layout, heads: Mapping[int, int]) -> set[int]:
    """The rows of figures without a label, and the headers over them, if all have as many cells."""
    counts = {len(row.cells) for at, row in layout.rows if heads[at] == 0 and not row.bare}
    if len(counts) != 1:
        return set()
    return {at for at, row in layout.rows if {len(row.cells)} == counts and heads[at] in (0, len(row.cells))}
