"""Tables as plain text: rows of bars, a cell a line, tabs, Markdown, and how these get damaged."""

import re

from gxlint.forms.grid import Grid, GridCell, GridRow, expanded, grid_width
from gxlint.testing.bars import piped


def pipe_rows_padded(grid: Grid) -> str:
    """As a web page is copied: ``规章 | 0 | 0 | 0 | |``, bars for merged places after the row."""
    width = grid_width(grid)
    lines = []
    for row in grid:
        line = "".join(f" {cell.text} |" if cell.text else "|" for cell in row) + "|" * (width - len(row))
        lines.append(re.sub(r"(?<=[^|] \|)(?=\|)", " ", line).strip())
    return "\n".join(lines)


def pipe_rows_no_trailing(grid: Grid) -> str:
    """Bars between cells only."""
    return "\n".join(" | ".join(cell.text for cell in row) for row in grid)


def pipe_rows_tight(grid: Grid) -> str:
    """Bars without any space."""
    return "\n".join("|".join(cell.text for cell in row) + "|" for row in grid)


def pipe_rows_split_cells(grid: Grid) -> str:
    """Long labels run over into a second cell."""
    return "\n".join(piped([piece for cell in row for piece in _halves(cell)]) for row in grid)


def _halves(cell: GridCell) -> list[str]:
    if cell.figure or cell.owner is None or len(cell.text) < 10:
        return [cell.text]
    middle = len(cell.text) // 2
    return [cell.text[:middle], cell.text[middle:]]


def pipe_rows_split_lines(grid: Grid) -> str:
    """Labels broken over two lines inside their cell."""
    return "\n".join(piped(["\n".join(label_lines(cell)) for cell in row]) for row in grid)


def label_lines(cell: GridCell) -> list[str]:
    """The text of a cell over two lines: after the number of a group, in the middle of any other label."""
    text = cell.text
    if cell.figure or len(text) < 4:
        return [text]
    cut = text.find(")") + 1 if text.startswith("(") and cell.rowspan > 1 else len(text) // 2
    return [text[:cut], text[cut:]]


def figures_behind_cut_labels(grid: Grid) -> str:
    """As text copied from a page: labels broken over lines, the figures behind the last piece, no bars."""
    return "\n".join(line for row in grid for line in _broken_row(row, last=True))


def figures_beside_cut_labels(grid: Grid) -> str:
    """The same with the figures behind the first piece."""
    return "\n".join(line for row in grid for line in _broken_row(row, last=False))


def _broken_row(row: GridRow, *, last: bool) -> list[str]:
    figures = " ".join(cell.text for cell in row if cell.figure)
    labels = [cell.text for cell in row if not cell.figure]
    if not figures:
        return [" ".join(labels)]
    *groups, label = labels or [""]
    pieces = [label[at : at + _LINE] for at in range(0, len(label), _LINE)] or [""]
    place = -1 if last else 0
    pieces[place] = f"{pieces[place]} {figures}".strip()
    return [*groups, *pieces]


_LINE = 17  # characters in a line of a label's column


def cell_lines_piped(grid: Grid) -> str:
    """A cell a line, each with its bar; a blank cell is a bare bar, merged places leave a line of bars."""
    width = grid_width(grid)
    lines: list[str] = []
    for index, row in enumerate(grid):
        lines += [f"{cell.text} |" if cell.text else "|" for cell in row]
        padding = width - len(row)
        if padding and index < len(grid) - 1:
            lines.append("|" * padding)
    return "\n".join(lines)


def cell_lines_piped_broken(grid: Grid) -> str:
    """The same with labels that break over lines before their bar."""
    return cell_lines_piped([[_broken(cell) for cell in row] for row in grid])


def _broken(cell: GridCell) -> GridCell:
    return GridCell("\n".join(label_lines(cell)), cell.colspan, cell.rowspan, cell.figure, cell.owner)


def cell_lines_blank(grid: Grid) -> str:
    """A cell a paragraph, empty lines between."""
    return "\n\n".join(cell.text for row in grid for cell in row)


def cell_lines_dense(grid: Grid) -> str:
    """A cell a line, nothing between."""
    return "\n".join(cell.text for row in grid for cell in row)


def cell_lines_indented(grid: Grid) -> str:
    """Figures set off by spaces, as alignment in the web page leaves them."""
    return "\n\n".join(f" {cell.text} " if cell.figure else cell.text for row in grid for cell in row)


def cell_lines_split(grid: Grid) -> str:
    """A cell a paragraph, labels over two of them."""
    return "\n\n".join(line for row in grid for cell in row for line in label_lines(cell))


def cell_lines_empty(grid: Grid) -> str:
    """A cell a line; a blank cell is an empty line."""
    return "\n".join(cell.text for row in grid for cell in row)


def tabs(grid: Grid) -> str:
    """Tabs between cells, merged cells once, as a word processor pastes them."""
    return "\n".join("\t".join(cell.text for cell in row) for row in grid)


def tabs_expanded(grid: Grid) -> str:
    """Tabs between cells, covered places empty, as a spreadsheet pastes them."""
    return "\n".join("\t".join(row) for row in expanded(grid))


def commas(grid: Grid) -> str:
    """Comma-separated values, as a spreadsheet saves them."""
    return "\n".join(",".join(f'"{text}"' if "," in text else text for text in row) for row in expanded(grid))


def boxed(grid: Grid) -> str:
    """Drawn with box characters, covered places empty."""
    rows = expanded(grid)
    rule = "├" + "┼".join("────" for _ in rows[0]) + "┤"
    return "\n".join(
        line for row in rows for line in ("│" + "│".join(f" {text} " for text in row) + "│", rule)
    )


def markdown(grid: Grid) -> str:
    """A Markdown table, covered places empty."""
    return _markdown(expanded(grid))


def markdown_repeated(grid: Grid) -> str:
    """A Markdown table as data tools write it: merged cells repeat their text in every place they cover."""
    return _markdown(expanded(grid, repeat=True))


def _markdown(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def small_tables(grid: Grid) -> str:
    """As OCR writes it: every row a Markdown table of its own, the labels of groups outside as text."""
    return "\n\n".join(_small_table(row) for row in grid) + "\n"


def _small_table(row: GridRow) -> str:
    outside = [cell.text for cell in row if cell.rowspan > 1 and row[-1].figure]
    inside = [cell.text for cell in row if not (cell.rowspan > 1 and row[-1].figure)]
    return "\n".join([*outside, "", _markdown([inside])] if outside else [_markdown([inside])])


def detached_labels(grid: Grid) -> str:
    """As ``small_tables``, but some labels stand apart: first two labels, then both rows of figures."""
    lines: list[str] = []
    waiting: list[GridRow] = []
    for index, row in enumerate(grid):
        if index % 5 in (1, 2) and row[-1].figure and row[0].owner:
            waiting.append(row)
            continue
        lines += _detached(waiting)
        waiting = []
        lines.append(_small_table(row))
    return "\n\n".join([*lines, *_detached(waiting)]) + "\n"


def _detached(rows: list[GridRow]) -> list[str]:
    labels = [cell.text for row in rows for cell in row if not cell.figure]
    return [*labels, *(_markdown([[cell.text for cell in row if cell.figure]]) for row in rows)]


def spaced(grid: Grid) -> str:
    """All cells of the table in one run, a space between."""
    return " ".join(cell.text for row in grid for cell in row)


def piped_run(grid: Grid) -> str:
    """All cells of the table in one line of bars: the row breaks are lost."""
    return piped([cell.text for row in grid for cell in row])


def piped_run_padded(grid: Grid) -> str:
    """The same with the bars that merged places leave."""
    return " ".join(pipe_rows_padded(grid).split("\n"))


def moved_breaks(grid: Grid) -> str:
    """All cells in order, with line breaks where no row ends."""
    cells = [cell.text for row in grid for cell in row]
    return "\n".join(piped(cells[start : start + 11]) for start in range(0, len(cells), 11))


def glued(grid: Grid) -> str:
    """``规章000``: the cells of a row without anything between."""
    return "\n".join("".join(cell.text for cell in row) for row in grid)


def without_blanks(grid: Grid) -> Grid:
    """The grid with blank cells dropped, so that later cells move to the left."""
    return [[cell for cell in row if cell.text] for row in grid]
