"""Tables as grids with merged cells, as the official form draws them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from gxlint.formats import BlockForm, TableForm

# 一、 二、 ...: rows of the outermost level; an outer group stands on the same level.
_OUTERMOST = re.compile(r"^[一二三四五六七八九十]+、")


@dataclass(frozen=True)
class GridCell:
    """A cell as it is drawn. ``owner`` is the row whose label or figure it is, if any."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    figure: bool = False
    owner: str | None = None


GridRow = list[GridCell]
Grid = list[GridRow]
Figures = Mapping[str, Mapping[str, str]]
"""The text of every cell, by keys of row and column; rows in their order."""


class Spot(NamedTuple):
    """Where a cell stands, in rows and columns from 0; ``bottom`` and ``right`` are the last ones that it covers."""

    row: int
    column: int
    bottom: int
    right: int
    cell: GridCell

    @property
    def merged(self) -> bool:
        """Whether it covers more than one place."""
        return (self.row, self.column) != (self.bottom, self.right)


@dataclass(frozen=True)
class FilledTable:
    """A table before it is drawn.

    ``labels`` stand in place of the official ones: key of a row, group, column or block, or ``corner`` → text.
    """

    form: TableForm
    figures: Figures
    labels: Mapping[str, str]

    def label(self, key: str) -> str:
        """The label of a row, group or column."""
        return self.labels.get(key) or self.form.label_of(key)


def blank_grid(form: TableForm) -> Grid:
    """The grid of a table in which no figure stands yet."""
    figures = {row.key: dict.fromkeys(form.columns_of(row.key), "") for row in form.rows}
    return drawn(FilledTable(form, figures, {}))


def drawn(filled: FilledTable) -> Grid:
    """The grid of a table: cells in reading order, covered places left out, as in HTML."""
    table, rows = filled.form, filled.figures
    if table.side_by_side:
        return _side_by_side(filled)
    blocks = [(block, [row for row in rows if table.block_of[row] is block]) for block in table.blocks]
    depth = max((len(path) for block, keys in blocks for path in _paths(table, keys).values()), default=1)
    width = depth + max(len(block.columns) for block in table.blocks)
    grid: Grid = []
    for block, keys in blocks:
        if keys:
            grid += _header(filled, block, depth, width)
            grid += _rows(filled, keys, depth, width)
    return grid


def grid_width(grid: Grid) -> int:
    """How many columns the grid has."""
    return sum(cell.colspan for cell in grid[0])


def map_cells(grid: Grid, change: Callable[[GridCell], str]) -> Grid:
    """The grid with every text replaced by what ``change`` makes of its cell."""
    return [[replace(cell, text=change(cell)) for cell in row] for row in grid]


def expanded(grid: Grid, *, repeat: bool = False) -> list[list[str]]:
    """The grid as a rectangle of texts; places that a merged cell covers are empty, or repeat its text."""
    filled = {
        (row, column): spot.cell.text if repeat or (row, column) == (spot.row, spot.column) else ""
        for spot in spots(grid)
        for row in range(spot.row, spot.bottom + 1)
        for column in range(spot.column, spot.right + 1)
    }
    return [[filled.get((row, column), "") for column in range(grid_width(grid))] for row in range(len(grid))]


def spots(grid: Grid) -> Iterator[Spot]:
    """Every cell of a grid with its place, row by row."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(grid):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            bottom, right = row + cell.rowspan - 1, column + cell.colspan - 1
            taken.update((down, over) for down in range(row, bottom + 1) for over in range(column, right + 1))
            yield Spot(row, column, bottom, right, cell)
            column = right + 1


def head_rows(grid: Grid) -> int:
    """How many rows at the top hold no figures."""
    return next((row for row, cells in enumerate(grid) if any(cell.figure for cell in cells)), 0)


def _header(filled: FilledTable, block: BlockForm, depth: int, width: int) -> Grid:
    table = filled.form
    columns = [GridCell(filled.label(key)) for key in block.columns]
    corner = filled.labels.get("corner") or next(iter(table.corner), "")
    head: Grid = []
    if block.label:
        head.append([GridCell(filled.labels.get(block.key) or block.label, colspan=width)])
    if len(table.spanning) == 2 and len(columns) > 2:
        outer, inner = table.spanning
        first, *middle, last = columns
        head.append([GridCell(corner, colspan=depth, rowspan=3), GridCell(outer, colspan=len(columns))])
        spanned = GridCell(inner, colspan=len(middle))
        head.append([replace(first, rowspan=2), spanned, replace(last, rowspan=2)])
        head.append(middle)
        return head
    columns[-1] = replace(columns[-1], colspan=width - depth - len(columns) + 1)
    head.append([GridCell(corner, colspan=depth), *columns])
    return head


def _rows(filled: FilledTable, keys: list[str], depth: int, width: int) -> Grid:
    table = filled.form
    paths = _paths(table, keys)
    grid: Grid = []
    for index, key in enumerate(keys):
        line: GridRow = []
        path = paths[key]
        for level, group in enumerate(path[:-1]):
            if index == 0 or paths[keys[index - 1]][: level + 1] != path[: level + 1]:
                run = sum(1 for _ in _run(paths, keys, index, level))
                line.append(GridCell(filled.label(group), rowspan=run))
        line.append(GridCell(filled.label(key), colspan=depth - len(path) + 1, owner=f"{table.key}.{key}"))
        line += _figures(filled, key)
        line[-1] = replace(line[-1], colspan=width - depth - len(table.columns_of(key)) + 1)
        grid.append(line)
    return grid


def _figures(filled: FilledTable, key: str) -> GridRow:
    table, texts = filled.form, filled.figures[key]
    return [
        GridCell(texts[column], figure=True, owner=f"{table.key}.{key}") for column in table.columns_of(key)
    ]


def _run(paths: dict[str, tuple[str, ...]], keys: list[str], index: int, level: int) -> Iterator[str]:
    wanted = paths[keys[index]][: level + 1]
    for key in keys[index:]:
        if paths[key][: level + 1] != wanted:
            return
        yield key


def _paths(table: TableForm, keys: list[str]) -> dict[str, tuple[str, ...]]:
    # The keys of the groups a row stands in, outermost first, then its own.
    outer = next((group.key for group in table.groups if not table.children(group.key)), None)
    paths: dict[str, tuple[str, ...]] = {}
    for key in keys:
        inner = next((group.key for group in table.groups if key.startswith(f"{group.key}.")), None)
        inside = outer is not None and not _OUTERMOST.match(table.label_of(key))
        paths[key] = tuple(part for part in (outer if inside else None, inner, key) if part)
    return paths


def _side_by_side(filled: FilledTable) -> Grid:
    table, rows = filled.form, list(filled.figures)
    size = len(table.columns)
    columns = [GridCell(filled.label(column.key)) for column in table.columns]
    labels = [GridCell(filled.label(row), colspan=size, owner=f"{table.key}.{row}") for row in rows]
    figures = [cell for row in rows for cell in _figures(filled, row)]
    if not table.spanning or len(rows) < 2:
        return [labels, [cell for _ in rows for cell in columns], figures]
    spanned = GridCell(table.spanning[0], colspan=size * (len(rows) - 1))
    return [
        [labels[0], spanned],
        [*(replace(cell, rowspan=2) for cell in columns), *labels[1:]],
        [cell for _ in rows[1:] for cell in columns],
        figures,
    ]
