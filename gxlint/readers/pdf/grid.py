"""Tables from the lines that are drawn on a page."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gxlint.readers.pdf.page import Page, Stroke

_NEAR = 3.0
_MOST_TRIES = 200_000


class Box(NamedTuple):
    """A cell as it is drawn."""

    left: float
    top: float
    right: float
    bottom: float


class Drawn(NamedTuple):
    """A table: its cells by rows, and the place of the whole."""

    rows: list[list[Box]]
    place: Box


def tables(page: Page) -> list[Drawn]:
    """The tables that are drawn on a page, from its top: where lines enclose cells."""
    across, down = _joined(page.across), _joined(page.down)
    cells = _cells(across, down)
    groups = _touching(cells)
    found = [_table(group) for group in groups if len(group) > 1]
    return sorted(found, key=lambda table: table.place.top)


def _joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Lines at almost one place as one line, and pieces that meet as one piece."""
    levels: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if levels and stroke.at - levels[-1][0].at <= _NEAR:
            levels[-1].append(stroke)
        else:
            levels.append([stroke])
    joined = []
    for level in levels:
        at = sum(stroke.at for stroke in level) / len(level)
        start, end = None, 0.0
        for stroke in sorted(level, key=lambda stroke: stroke.start):
            if start is None:
                start, end = stroke.start, stroke.end
            elif stroke.start <= end + _NEAR:
                end = max(end, stroke.end)
            else:
                joined.append(Stroke(at, start, end))
                start, end = stroke.start, stroke.end
        if start is not None:
            joined.append(Stroke(at, start, end))
    return joined


def _cells(across: Sequence[Stroke], down: Sequence[Stroke]) -> list[Box]:
    """The smallest boxes whose four sides are drawn; merged cells run past the crossings of their neighbours."""
    crossings = sorted(
        (line.at, side.at)
        for line in across
        for side in down
        if line.start - _NEAR <= side.at <= line.end + _NEAR
        and side.start - _NEAR <= line.at <= side.end + _NEAR
    )
    rights: dict[float, list[float]] = defaultdict(list)  # by y, the x of the crossings
    belows: dict[float, list[float]] = defaultdict(list)
    for y, x in crossings:
        rights[y].append(x)
        belows[x].append(y)
    sides = _Sides(across, down)
    cells = []
    for y, x in crossings:
        found = sides.smallest(x, y, rights[y], belows[x])
        if found is not None:
            cells.append(found)
    return cells


class _Sides:
    """Tells which sides are drawn. Tries only so often, so that no page takes for ever."""

    def __init__(self, across: Sequence[Stroke], down: Sequence[Stroke]) -> None:
        self.across, self.down = _by_place(across), _by_place(down)
        self.left = _MOST_TRIES

    def smallest(self, x: float, y: float, rights: list[float], belows: list[float]) -> Box | None:
        """The smallest closed box that begins at a crossing."""
        for bottom in (other for other in belows if other > y):
            if not _drawn(self.down, x, y, bottom):
                break
            for right in (other for other in rights if other > x):
                self.left -= 1
                if self.left < 0 or not _drawn(self.across, y, x, right):
                    break
                if _drawn(self.across, bottom, x, right) and _drawn(self.down, right, y, bottom):
                    return Box(x, y, right, bottom)
        return None


def _by_place(strokes: Sequence[Stroke]) -> dict[float, list[Stroke]]:
    found: dict[float, list[Stroke]] = defaultdict(list)
    for stroke in strokes:
        found[stroke.at].append(stroke)
    return found


def _drawn(strokes: dict[float, list[Stroke]], at: float, start: float, end: float) -> bool:
    return any(stroke.start <= start + _NEAR and stroke.end >= end - _NEAR for stroke in strokes.get(at, ()))


def _touching(cells: list[Box]) -> list[list[Box]]:
    """Cells that share a corner belong together."""
    parent = list(range(len(cells)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    corners: dict[tuple[float, float], int] = {}
    for number, cell in enumerate(cells):
        for corner in (
            (cell.left, cell.top),
            (cell.right, cell.top),
            (cell.left, cell.bottom),
            (cell.right, cell.bottom),
        ):
            parent[root(number)] = root(corners.setdefault(corner, number))
    groups: dict[int, list[Box]] = defaultdict(list)
    for number, cell in enumerate(cells):
        groups[root(number)].append(cell)
    return list(groups.values())


def _table(cells: list[Box]) -> Drawn:
    rows: dict[float, list[Box]] = defaultdict(list)
    for cell in cells:
        rows[cell.top].append(cell)
    place = Box(
        min(cell.left for cell in cells),
        min(cell.top for cell in cells),
        max(cell.right for cell in cells),
        max(cell.bottom for cell in cells),
    )
    return Drawn([sorted(rows[top]) for top in sorted(rows)], place)
