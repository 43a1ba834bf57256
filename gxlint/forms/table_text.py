"""A table of the form as rows of bars."""

from collections.abc import Iterator

from gxlint.formatting.columns import in_columns
from gxlint.forms.grid import Grid, GridCell, expanded, grid_width, spots
from gxlint.source.width import display_width

# A merged label may make its first column so much wider than the others in there do; one that is longer goes to the
# widest column that it covers. The form's longest labels would push the figures off the screen otherwise.
_OVERHANG = 20


def table_text(grid: Grid, *, ruled: bool) -> str:
    """A table as rows of bars in columns; places that merged cells cover are empty.

    Args:
        grid: the table.
        ruled: whether the first row gets a rule below it, as Markdown has it.
    """
    lines = [f"| {' | '.join(row)} |" for row in expanded(_shifted(grid))]
    if ruled:
        lines.insert(1, "|" + " --- |" * grid_width(grid))
    return "\n".join(in_columns(lines))


def _shifted(grid: Grid) -> Grid:
    """The grid with long merged labels in the widest column that they cover."""
    natural = [0] * grid_width(grid)
    for spot in spots(grid):
        if spot.cell.colspan == 1:
            natural[spot.column] = max(natural[spot.column], display_width(spot.cell.text))
    shifted: Grid = [[] for _ in grid]
    for spot in spots(grid):
        shifted[spot.row] += _placed(spot.cell, spot.column, natural)
    return shifted


def _placed(cell: GridCell, start: int, natural: list[int]) -> Iterator[GridCell]:
    covered = natural[start : start + cell.colspan]
    widest = covered.index(max(covered))
    if not widest or display_width(cell.text) - covered[0] <= _OVERHANG:
        yield cell
        return
    yield GridCell("", widest, cell.rowspan)
    yield GridCell(cell.text, cell.colspan - widest, cell.rowspan, cell.figure, cell.owner)
