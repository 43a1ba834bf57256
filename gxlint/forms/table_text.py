"""A table of the form as rows of bars."""

from collections.abc import Iterator

from gxlint.formatting.columns import in_columns
from gxlint.forms.grid import Grid, GridCell, GridRow, expanded, grid_width
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
    for row, starts in zip(grid, _starts(grid), strict=True):
        for cell, start in zip(row, starts, strict=True):
            if cell.colspan == 1:
                natural[start] = max(natural[start], display_width(cell.text))
    return [
        [part for cell, start in zip(row, starts, strict=True) for part in _placed(cell, start, natural)]
        for row, starts in zip(grid, _starts(grid), strict=True)
    ]


def _placed(cell: GridCell, start: int, natural: list[int]) -> Iterator[GridCell]:
    covered = natural[start : start + cell.colspan]
    widest = covered.index(max(covered))
    if not widest or display_width(cell.text) - covered[0] <= _OVERHANG:
        yield cell
        return
    yield GridCell("", widest, cell.rowspan)
    yield GridCell(cell.text, cell.colspan - widest, cell.rowspan, cell.figure, cell.owner)


def _starts(grid: Grid) -> list[list[int]]:
    """In which column each cell begins."""
    taken: set[tuple[int, int]] = set()
    return [_row_starts(line, row, taken) for line, row in enumerate(grid)]


def _row_starts(line: int, row: GridRow, taken: set[tuple[int, int]]) -> list[int]:
    starts, column = [], 0
    for cell in row:
        while (line, column) in taken:
            column += 1
        starts.append(column)
        taken.update(
            (line + down, column + right) for down in range(cell.rowspan) for right in range(cell.colspan)
        )
        column += cell.colspan
    return starts
