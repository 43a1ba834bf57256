"""Tables in which every line has the same columns: each cell is put below the one above it."""

from collections.abc import Sequence

from gxlint.formatting.bars import RuleLine
from gxlint.formatting.layout import Layout, widths
from gxlint.source.width import display_width, pad

_SHORTEST_RULE = 3


def in_grid(layout: Layout, growing: int | None = None) -> dict[int, str]:
    """The lines of the table by number.

    A line of one cell is a title, which stays out of the columns, unless it is the one that is being written.
    """
    inside = {at for at, row in layout.rows if len(row.cells) > 1 or at == growing}
    columns = widths(row.cells for at, row in layout.rows if at in inside)
    if layout.ruled:
        columns = [max(width, _SHORTEST_RULE) for width in columns]
    sides = _sides(layout, len(columns))
    made = {at: _ruled(rule, columns, layout.indent) for at, rule in layout.rules}
    for at, row in layout.rows:
        cells = row.cells
        if at in inside:
            cells = tuple(map(_placed, cells, columns, sides))
        made[at] = layout.written(row, f" {row.bar} ".join(cells))
    return made


def _sides(layout: Layout, count: int) -> list[str]:
    """``left``, ``right`` or ``centre`` for each column, as the colons of a rule say."""
    parts = [part.strip() for part in layout.rules[0][1].columns] if layout.rules else []
    sides = [_side(part.startswith(":"), part.endswith(":")) for part in parts]
    return (sides + ["left"] * count)[:count]


def _side(begins: bool, ends: bool) -> str:
    return "left" if not ends else "centre" if begins else "right"


def _placed(cell: str, width: int, side: str) -> str:
    if side == "centre":
        cell = " " * (max(0, width - display_width(cell)) // 2) + cell
    return pad(cell, width, right=side == "right")


def _ruled(rule: RuleLine, columns: Sequence[int], indent: str) -> str:
    """A rule as wide as the columns under it."""
    parts = list(rule.parts)
    first = 1 if rule.opened else 0
    for at, width in zip(range(first, first + len(rule.columns)), columns, strict=False):
        sides = (at > 0) + (at < len(parts) - 1)  # where it meets a bar, the rule bridges a space
        parts[at] = _drawn(parts[at], width, sides)
    return indent + "".join(map("".join, zip(parts, [*rule.junctions, ""], strict=True))).rstrip()


def _drawn(part: str, width: int, sides: int) -> str:
    """The piece of a rule over one column."""
    bare = part.strip()
    stroke = bare.strip(":")[:1] or "-"
    begin, end = bare.startswith(":"), bare.endswith(":") and len(bare) > 1
    spaced = part[:1].isspace() and part[-1:].isspace()
    inner = width if spaced else width + sides
    drawn = ":" * begin + stroke * (inner - begin - end) + ":" * end
    return f" {drawn} " if spaced else drawn
