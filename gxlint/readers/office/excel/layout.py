"""What on a sheet is a table and what is a line of text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from gxlint.readers.office.excel.sheet import Merge, Sheet, SheetCell

_MOST_COVERED = 500_000
_MOST_COLUMNS = 400


class Slot(NamedTuple):
    """A cell as it is drawn: where it begins, and what stands in it."""

    row: int
    column: int
    cell: SheetCell


class SheetRow(NamedTuple):
    """A row of a sheet: of a table, or a line of text."""

    slots: list[Slot]
    table: bool


_EMPTY = SheetCell("", drawn=False, own=True)


def laid_out(sheet: Sheet) -> Iterator[SheetRow]:
    """The rows that show anything, from the top.

    Cells drawn with lines are cells of a table, blank or not. Where nothing is drawn, rows of several texts are
    rows of a table as wide as the widest of its neighbours.
    """
    numbers = sorted(sheet.rows)
    merges = _merges_by_row(sheet, numbers)
    widths = _widths(sheet, numbers, merges)
    for number in numbers:
        row = SheetRow(
            list(_slots(sheet.rows[number], merges.get(number, []), number, widths[number])), table=True
        )
        filled = [slot for slot in row.slots if slot.cell.text.strip()]
        drawn = any(cell.drawn for cell in sheet.rows[number].values())
        if len(row.slots) > 1 and (drawn or len(filled) > 1):
            yield row
        elif filled:
            yield SheetRow(filled, table=False)


def _merges_by_row(sheet: Sheet, numbers: list[int]) -> dict[int, list[Merge]]:
    """The merged ranges that touch each row, in the order of their columns."""
    found: dict[int, list[Merge]] = {}
    count = 0
    for merge in sheet.merges:
        for number in numbers[bisect_left(numbers, merge.top) : bisect_right(numbers, merge.bottom)]:
            found.setdefault(number, []).append(merge)
            count += 1
            if count > _MOST_COVERED:
                return found
    for touching in found.values():
        touching.sort(key=lambda merge: merge.left)
    return found


def _widths(sheet: Sheet, numbers: list[int], merges: dict[int, list[Merge]]) -> dict[int, tuple[int, int]]:
    """The first and the last column that count in each row."""
    widths: dict[int, tuple[int, int]] = {}
    block: list[int] = []
    for number in [*numbers, 0]:
        cells = sheet.rows.get(number, {})
        drawn = [column for column, cell in cells.items() if cell.drawn]
        if block and (drawn or number != block[-1] + 1):
            widths.update(_common_width(sheet, block, merges))
            block = []
        if drawn:
            widths[number] = min(drawn), min(max(drawn), min(drawn) + _MOST_COLUMNS)
        elif cells:
            block.append(number)
    return widths


def _common_width(
    sheet: Sheet, block: list[int], merges: dict[int, list[Merge]]
) -> dict[int, tuple[int, int]]:
    """The same for neighbouring rows without lines, all of which are as wide as the widest."""
    columns = [column for number in block for column in sheet.rows[number]]
    first, last = min(columns), max(columns)
    for number in block:
        inside = [merge.right for merge in merges.get(number, []) if merge.left in sheet.rows[number]]
        last = max([last, *inside]) if len(sheet.rows[number]) > 1 else last
    return {
        number: (first, min(last, first + _MOST_COLUMNS))
        if len(sheet.rows[number]) > 1
        else (min(sheet.rows[number]), max(sheet.rows[number]))
        for number in block
    }


def _slots(
    cells: dict[int, SheetCell], merges: list[Merge], row: int, width: tuple[int, int]
) -> Iterator[Slot]:
    """The cells of a row within its width; those that a merged one covers are left out."""
    column, last = width
    waiting = list(merges)
    while column <= last:
        while waiting and waiting[0].right < column:
            waiting.pop(0)
        merge = waiting[0] if waiting and waiting[0].left <= column else None
        if merge is None or (merge.top == row and merge.left == column):
            yield Slot(row, column, cells.get(column, _EMPTY))
        column = merge.right + 1 if merge else column + 1
