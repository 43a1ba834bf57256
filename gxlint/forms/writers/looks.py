"""How official documents look in print, whatever writes them: fonts, and the widths of a table's columns."""

from typing import NamedTuple

from gxlint.forms.grid import Grid, grid_width, spots

LATIN = "Times New Roman"


class Face(NamedTuple):
    """A font for Chinese text, and those that may stand in for it, the likest first."""

    name: str
    instead: tuple[str, ...]


TITLE = Face(
    "方正小标宋简体",
    ("华文中宋", "STZhongsong", "方正小标宋_GBK", "Noto Serif CJK SC", "宋体", "SimSun"),
)
HEADING = Face("黑体", ("SimHei", "STHeiti", "Noto Sans CJK SC"))
SUBHEADING = Face("楷体_GB2312", ("楷体", "KaiTi", "STKaiti", "Noto Serif CJK SC"))
BODY = Face("仿宋_GB2312", ("仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC"))
TABLE = Face("宋体", ("SimSun", "STSong", "Noto Serif CJK SC"))
FACES = (TITLE, HEADING, SUBHEADING, BODY, TABLE)

# Widths in units of a column of figures, of which many have to stand side by side.
_FIGURE, _GROUP, _LABEL = 1.0, 1.5, 3.4
_FEW = 4


def column_widths(grid: Grid) -> list[float]:
    """How wide the columns of a table are in relation to one another."""
    count = grid_width(grid)
    if count <= _FEW:
        return [1.0] * count
    figures: set[int] = set()
    labels: set[int] = set()
    for spot in spots(grid):
        if spot.cell.figure:
            figures.update(range(spot.column, spot.right + 1))
        elif spot.bottom == spot.row and spot.column == spot.right:
            labels.add(spot.column)
    return [_FIGURE if at in figures else _LABEL if at in labels else _GROUP for at in range(count)]
