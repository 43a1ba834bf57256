"""Rows with too few or too many cells: which of them are certain, and how they are said."""

import itertools
from collections.abc import Iterator

from gxlint.formats import BlockForm
from gxlint.model import Report, Row, Table
from gxlint.source.record import Record
from gxlint_national.tables.condition import (
    ends_early,
    has_separators,
    is_fragment,
    is_scattered,
    overflowing,
    unreadable,
)

_MOST_UNCERTAIN = 2
_MANY_ROWS = 10
_MERGED = 2  # blocks of one or two columns fill a wider grid with merged cells


class Defect(Record, frozen=True):
    """Rows with the same wrong number of cells.

    ``verdict``: ``certain`` where separators show every cell; ``likely`` where figures alone are counted and
    the other rows are complete; ``unknown`` where the text may have lost cells on the way.
    """

    rows: list[Row]
    verdict: str

    @property
    def block(self) -> BlockForm:
        """The block of the form that these rows stand in."""
        return self.rows[0].form.block_of[self.rows[0].key]

    @property
    def expected(self) -> int:
        """How many cells these rows should have."""
        return len(self.block.columns)


def wrong_widths(report: Report, table: Table) -> Iterator[Defect]:
    """Rows of a table whose cells do not fit its columns, those with the same defect together."""
    rows = unreadable(table)
    if not rows:
        return
    counted = [row for row in rows if row.problem in ("short", "long")]
    uncertain = overflowing(table) | _swallowing(table)
    if table.rows and ends_early(report, table):
        uncertain.add(next(reversed(table.rows)))
    bare = [row for row in counted if not has_separators(report, row)]
    # Without separators a dropped blank leaves no trace: several such rows are a way of writing, not a slip.
    if table.form.side_by_side:
        lost = not _is_whole_elsewhere(report, table)  # one line of figures: only other tables tell
    else:
        lost = len(bare) > _MOST_UNCERTAIN or len(bare) * 2 > len(table.rows)
    lost = lost or is_scattered(table)
    dropped = report.once(drops_blanks) or is_fragment(table)
    for group in _by_defect(rows):
        if group[0].problem not in ("short", "long") or dropped:
            yield Defect(group, "unknown")
            continue
        for verdict in ("certain", "likely", "unknown"):
            mine = [row for row in group if _verdict(report, row, uncertain, lost=lost) == verdict]
            if mine:
                yield Defect(mine, verdict)


def _is_whole_elsewhere(report: Report, table: Table) -> bool:
    """Whether the text shows every cell of another table with many rows, so that blanks were not dropped on the way."""
    return any(
        len(other.rows) >= _MANY_ROWS and not unreadable(other)
        for other in report.tables.values()
        if other is not table
    )


def _swallowing(table: Table) -> set[str]:
    """Rows with too many cells before a row that is not there: its figures may be among them."""
    order = [row.key for row in table.form.rows]
    after = dict(itertools.pairwise(order))
    return {
        row.key
        for row in table.rows.values()
        if row.problem == "long" and (follower := after.get(row.key)) and follower not in table.rows
    }


def drops_blanks(report: Report) -> bool:
    """Whether the text left out blank cells on the way: rows are short by ever different numbers of cells.

    A table that was made too narrow is short by the same number in most rows. For ``report.once``.
    """
    return any(_is_ragged(table) for table in report.tables.values())


def _is_ragged(table: Table) -> bool:
    rows = [row for row in unreadable(table) if row.problem == "short"]
    short = [len(row.form.columns_of(row.key)) - row.found for row in rows]
    if not short:
        return False
    if any(row.problem == "short" and row.found == 0 for row in table.rows.values()):
        return True  # rows without a single cell
    most = max(short.count(number) for number in set(short))
    return len(set(short)) > 1 and len(short) > _MOST_UNCERTAIN and most * 5 < len(short) * 3


def _by_defect(rows: list[Row]) -> Iterator[list[Row]]:
    """Rows of one width and with the same defect together, in text order of the first of them."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        found = row.found if row.problem in ("short", "long") else 0
        groups.setdefault((row.problem, found, row.form.columns_of(row.key)), []).append(row)
    yield from groups.values()


def _verdict(report: Report, row: Row, uncertain: set[str], *, lost: bool) -> str:
    if row.key in uncertain or _spread(report, row) or _is_a_rest(report, row):
        return "unknown"
    if has_separators(report, row):
        return "certain"
    return "unknown" if lost or row.problem == "long" else "likely"


def _is_a_rest(report: Report, row: Row) -> bool:
    """Whether only part of the one line of a table such as 表四 was read as such."""
    return row.form.side_by_side and row.found * 3 < row.form.width * 2 and "|" not in _text(report, row)


def _text(report: Report, row: Row) -> str:
    return report.text[row.span.start : row.span.end]


def _spread(report: Report, row: Row) -> bool:
    """Whether one value fills all cells: a merged cell that was written once for each column it spans."""
    if row.problem != "long" or len(row.form.columns_of(row.key)) > _MERGED:
        return False
    behind = report.text[row.label.span.end : row.span.end].replace("|", " ").split()
    return len(set(behind)) <= 1
