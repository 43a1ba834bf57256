"""Tables as they come out of a PDF: columns aligned by spaces, labels cut over lines, page ends inside."""

import unicodedata
from collections.abc import Callable

from gxlint.forms.grid import Grid, GridCell, GridRow, grid_width

_ROWS_A_PAGE = 12
_FIGURE_WIDTH = 8
_NEVER_FIRST = ",.:;?!)、。”》〉〕 "
_IN_NUMBERS = frozenset("0123456789.,+-")
_LABEL_WIDTHS = {1: (18,), 2: (14, 18), 3: (4, 12, 18)}

Figures = Callable[[list[str], str, int], list[str]]


def figures_last(labels: list[str], figures: str, index: int) -> list[str]:
    """Figures on the label's last line, or below it where the label takes several lines, by turns."""
    if len(labels) == 1 or index % 2:
        return [*labels[:-1], _overlay(labels[-1], figures)]
    return [*labels, figures]


def figures_centred(labels: list[str], figures: str, index: int) -> list[str]:
    """Figures at half the label's height: between its lines or beside the first."""
    if len(labels) == 2 and index % 2:
        return [labels[0], figures, labels[1]]
    middle = (len(labels) - 1) // 2
    return [*labels[:middle], _overlay(labels[middle], figures), *labels[middle + 1 :]]


def _overlay(label: str, figures: str) -> str:
    return label + figures[len(label) :]


def display_width(text: str) -> int:
    """Columns on a terminal: East Asian characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def aligned(
    grid: Grid, *, figures: Figures = figures_last, repeat_head: bool = True, wide: bool = False
) -> str:
    """The table with its columns aligned by runs of spaces.

    ``wide`` counts Han characters as two columns (a terminal) instead of one (PDF extraction).
    """
    starts = _starts(grid)
    head = [row for row in grid if not row[-1].figure]
    lines: list[str] = []
    for index, row in enumerate(grid):
        if index and index % _ROWS_A_PAGE == 0:
            lines += _page_end(index // _ROWS_A_PAGE)
            if repeat_head and row[-1].figure and row[0].text and len(head) < index:
                lines += [line for title in head[-3:] for line in _head_lines(title, starts, grid)]
        lines += _row_lines(row, starts, figures, index) if row[-1].figure else _head_lines(row, starts, grid)
    return "\n".join(_widened(line) if wide else line for line in lines)


def _starts(grid: Grid) -> list[int]:
    width = grid_width(grid)
    depth = width - max(sum(cell.figure for cell in row) for row in grid)
    starts = [0]
    for size in [*_LABEL_WIDTHS.get(depth, (18,) * depth), *([_FIGURE_WIDTH] * (width - depth))]:
        starts.append(starts[-1] + size)
    return starts


def _page_end(number: int) -> list[str]:
    return ["", f"{' ' * 40}-{number}-", "\f"]


def pieces(text: str, width: int) -> list[str]:
    """A text cut into lines as typesetting cuts it: not inside a number, no closing punctuation first."""
    lines: list[str] = []
    while len(text) > width:
        cut = width
        while cut > 1 and (text[cut] in _NEVER_FIRST or {*text[cut - 1 : cut + 1]} <= _IN_NUMBERS):
            cut -= 1
        lines.append(text[:cut])
        text = text[cut:]
    return [*lines, text]


def _place(texts: list[tuple[int, str]]) -> str:
    line = ""
    for start, text in sorted(texts):
        line = line.ljust(max(start, len(line) + 1 if line else 0)) + text
    return line


def _head_lines(row: GridRow, starts: list[int], grid: Grid) -> list[str]:
    column = 0
    # A head under a merged corner starts to the right of it.
    covered = next((cell.colspan for cell in grid[0] if cell.rowspan == 3 and row is not grid[0]), 0)
    if covered:
        column = covered + (1 if len(row) < len(starts) - covered - 1 and row[0].rowspan == 1 else 0)
    cells: list[tuple[int, list[str]]] = []
    for cell in row:
        size = max(starts[min(column + cell.colspan, len(starts) - 1)] - starts[column] - 2, 2)
        cells.append((starts[column], pieces(cell.text, size if cell.colspan > 1 else min(size, 4))))
        column += cell.colspan
    height = max(len(lines) for _, lines in cells)
    return [
        _place([(start, lines[line]) for start, lines in cells if line < len(lines)])
        for line in range(height)
    ]


def _row_lines(row: GridRow, starts: list[int], figures: Figures, index: int) -> list[str]:
    labels = [cell for cell in row if not cell.figure]
    values = [cell for cell in row if cell.figure]
    first = len(starts) - 1 - sum(cell.colspan for cell in values)
    numbers = _place([(starts[first + place], cell.text) for place, cell in enumerate(values)])
    outside = [cell.text for cell in labels if cell.rowspan > 3]
    inside = [cell for cell in labels if cell.rowspan <= 3]
    lines = [" " * 2 + text for text in outside]
    if not inside:
        return [*lines, numbers]
    return [*lines, *figures(_label_lines(inside, starts, first), numbers, index)]


def _label_lines(labels: list[GridCell], starts: list[int], first: int) -> list[str]:
    *groups, label = labels
    start = starts[max(first - label.colspan, 0)]
    cut = pieces(label.text, starts[first] - start - 2)
    lines = [" " * start + piece for piece in cut]
    if groups:
        lines[0] = _place([(2, groups[0].text), (start, cut[0])])
    return lines


def _widened(line: str) -> str:
    # Where the label is Han text, the gap after it shrinks by what the characters are wider.
    stripped = line.lstrip(" ")
    lead = len(line) - len(stripped)
    label, gap, rest = stripped.partition("  ")
    surplus = display_width(label) - len(label)
    spaces = len(rest) - len(rest.lstrip(" "))
    return " " * lead + label + gap + " " * max(spaces - surplus, 0) + rest.lstrip(" ")


def flow(grid: Grid) -> str:
    """The text flow of a PDF: a cell a paragraph, long labels cut over lines, page numbers in between."""
    lines: list[str] = []
    for index, row in enumerate(grid):
        if index and index % _ROWS_A_PAGE == 0:
            lines.append(f"-{index // _ROWS_A_PAGE}-\n\n")
        lines += ["\n".join(pieces(cell.text, 11)) for cell in row]
    return "\n\n".join(lines)


def columns_downwards(grid: Grid) -> str:
    """The text flow of a PDF that reads some rows column by column: the labels, then each column."""
    lines: list[str] = []
    index = 0
    while index < len(grid):
        row = grid[index]
        block = [row, *(line for line in grid[index + 1 : index + 3] if line[-1].figure)]
        if row[-1].figure and index % 4 == 0 and len({len(line) for line in block}) == 1 and len(block) == 3:
            lines.append("\n".join(line[0].text for line in block))
            lines += ["\n".join(line[place].text for line in block) for place in range(1, len(row))]
            index += 3
        else:
            lines += [cell.text for cell in row]
            index += 1
    return "\n\n".join(lines)
