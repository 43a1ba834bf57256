"""Sets rows into the grid of a blank form, each in the place of the row whose labels it resembles most."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from gxlint.forms.grid import Grid, GridRow
from gxlint.source.view import normalise
from gxlint.testing.bars import pipe_rows_leading
from gxlint.testing.forms import Draft
from gxlint.testing.grid import grid_of

OPEN, CLOSE = "⟦", "⟧"  # mark the expected place in a fragment
_FIGURE = re.compile(r"[\s+\-约近]*[\d/,.]*[\s件条例余%万元]*|[—\-无]*")
_ALIKE = 0.5
_SAME = 0.9


class Place(NamedTuple):
    """How well a line fits a row of the grid, which one, and how many rows it takes the place of."""

    score: float
    row: int
    rows: int = 1


def plain(text: str) -> str:
    """Text without marks, normalised, without white space: what labels are compared by."""
    return re.sub(r"\s", "", normalise(text.replace(OPEN, "").replace(CLOSE, "")).text)


def resemblance(left: str, right: str) -> float:
    """How alike two labels are, between 0 and 1."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def table_of(line: str, draft: Draft, preferred: str | None) -> str:
    """The table a row belongs to: the preferred one if it has a row like this, else the one with the best."""
    best = {key: _best(line, grid_of(draft, key)).score for key in draft.tables}
    if preferred is not None and best.get(preferred, 1) >= _ALIKE:
        return preferred
    key = max(best, key=lambda item: best[item])
    return key if preferred is None or best[key] >= _ALIKE else preferred


def with_rows(grid: Grid, fragment: Sequence[str]) -> str:
    """The grid as lines of bars with the rows of the fragment in it.

    The rows keep the order they have in the fragment; one that resembles none stands after the one before
    it. A group label with figures of its own takes the place of all rows of the group.
    """
    best = [_best(line, grid) for line in fragment]
    targets = iter(sorted((place.row, place.rows) for place in best if place.score >= _ALIKE))
    replaced: dict[int, list[str]] = {}
    inserted: dict[int, list[str]] = {}
    dropped: set[int] = set()
    last = len(grid) - 1
    for line, place in zip(fragment, best, strict=True):
        if place.score >= _ALIKE:
            last, rows = next(targets)
            dropped.update(range(last + 1, last + rows))
            replaced.setdefault(last, []).append(line.strip())
        else:
            inserted.setdefault(last, []).append(line.strip())
    lines: list[str] = []
    for index, line in enumerate(pipe_rows_leading(grid).split("\n")):
        if index in replaced:
            lines += _prefixed(replaced[index], grid[index])
        elif index not in dropped:
            lines.append(line)
        lines += inserted.get(index, [])
    return "\n".join(lines)


def _labels(line: str) -> list[str]:
    cells = [plain(cell) for cell in line.strip().strip("|").split("|")]
    return [cell for cell in cells if not _FIGURE.fullmatch(cell)]


def _best(line: str, grid: Grid) -> Place:
    labels = "".join(_labels(line))
    places = [_fit(labels, row, index) for index, row in enumerate(grid)]
    return max(places, key=lambda place: (place.score, -place.row))


def _fit(labels: str, row: GridRow, index: int) -> Place:
    names = [cell for cell in row if not cell.figure]
    if not names or not labels:
        return Place(float(not names and not labels), index)
    group = names[-2] if len(names) > 1 and row[-1].figure else None
    if group is not None and resemblance(labels, group.text) > _SAME:
        return Place(1, index, group.rowspan)
    whole = "".join(cell.text for cell in names)
    return Place(max(resemblance(labels, whole), resemblance(labels, names[-1].text)), index)


def _prefixed(lines: Sequence[str], row: GridRow) -> list[str]:
    # The labels of the groups that begin in this row stay, unless the fragment brings them itself.
    first, *more = lines
    own = _labels(first)
    groups = [cell.text for cell in row if not cell.figure][:-1] if row[-1].figure else []
    kept = groups if len(own) == 1 and own[0] not in map(plain, groups) else []
    return ["".join(f"| {group} " for group in kept) + first, *more]
