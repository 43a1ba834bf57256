"""The identities of a table (勾稽关系) written out as equations over its cells.

Which sums must agree is read from the format (``TableForm.identities``); nothing here knows one by name.
"""

from collections.abc import Iterator

from gxlint.formats import Identity, TableForm
from gxlint.model import Cell, Report, Row, Table
from gxlint.rules import Message
from gxlint.source.record import Record, made
from gxlint_national.tables.condition import (
    ends_early,
    is_blank,
    is_empty,
    is_heading,
    is_shifted,
    overflowing,
    row_reason,
)
from gxlint_national.tables.holding import all_hold, term_rows
from gxlint_national.tables.naming import named, rows_named, written

_ABSENT = Message("{table}没有找到{rows}行,未核对{what}", "{table}: no row {rows}, {what_en} not checked")
_EMPTY = Message(
    "{table}{rows}行没有数字,未核对{what}", "{table}, row {rows} has no figures; {what_en} not checked"
)
_UNREADABLE = Message(
    "{table}{rows}行“{column}”格(“{raw}”)不是件数,未核对{what}",
    "{table}, row {rows}, column {column}: “{raw}” is not a count, {what_en} not checked",
)
_TWICE = Message(
    "{table}{rows}行出现两次,数字不同,未核对{what}",
    "{table}: row {rows} stands there twice with other figures, {what_en} not checked",
)
_CUT = Message(
    "正文到{table}{rows}行为止,末格可能不全,未核对{what}",
    "the text ends in {table}, row {rows}, whose last cell may go on; {what_en} not checked",
)
_OVERFLOW = Message(
    "{table}{rows}行后面有未能归位的数字,未核对{what}",
    "{table}, row {rows} is followed by figures that belong to no row; {what_en} not checked",
)
_SHIFTED = Message(
    "{table}{rows}行疑少一格、各数错位,未核对{what}",
    "{table}, row {rows} seems to lack a cell, its figures are shifted; {what_en} not checked",
)
_LOST = Message(
    "{table}{rows}行“{column}”格空白,而表内另有未能归位的数字,未核对{what}",
    "{table}, row {rows}, column {column} is blank, but there are stray figures; {what_en} not checked",
)
_WHAT = {"row": ("总计", "its total"), "column": ("各列的勾稽关系", "the sums of the columns")}


class Equation(Record, frozen=True):
    """One identity along one row or column (``along`` is its key): the cells of both sides and their sums."""

    identity: Identity
    along: str
    left: tuple[Cell, ...]
    right: tuple[Cell, ...]
    left_sum: int | float
    right_sum: int | float

    @property
    def gap(self) -> int | float:
        """Right side less left side; 0 when the identity holds."""
        return self.right_sum - self.left_sum

    @property
    def holds(self) -> bool:
        """Whether both sides agree."""
        return abs(self.gap) < 1e-6

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All operands."""
        return (*self.left, *self.right)

    def repair(self, cell: Cell) -> int | float:
        """How much the cell would have to change for the identity to hold."""
        return -self.gap if any(cell is other for other in self.right) else self.gap


class Obstacle(Record, frozen=True):
    """Why an identity could not be written out: the row in the way, and the reason."""

    identity: Identity
    row: str
    reason: Message
    params: dict[str, object]


class Equations(Record):
    """The identities of a table that can be computed, and what stood in the way of the others.

    Where all of them hold, which is nearly always, nothing is written out and all three lists are empty.
    """

    table: Table
    broken: list[Equation] = made(default_factory=list)
    held: list[Equation] = made(default_factory=list)
    obstacles: list[Obstacle] = made(default_factory=list)

    def of(self, identity: str) -> Iterator[Equation]:
        """The broken equations of one identity."""
        return (equation for equation in self.broken if equation.identity.key == identity)

    def obstacles_of(self, identity: str) -> Iterator[Obstacle]:
        """What stood in the way of one identity."""
        return (obstacle for obstacle in self.obstacles if obstacle.identity.key == identity)


def requests(report: Report) -> Equations | None:
    """The equations of 表三; none when the table was not found or is blank. For ``report.once``."""
    table = report.table("table_requests")
    if table is None or is_blank(table):
        return None
    last = next(reversed(table.rows.values()), None)
    open_end = ends_early(report, table) and last is not None and not report.text[last.span.end :].strip()
    return equations(table, cut=last.key if last is not None and open_end else None)


def equations(table: Table, *, cut: str | None = None) -> Equations:
    """Write out every identity of a table; ``cut`` is a row whose last cell may go on where the text ends."""
    result = Equations(table)
    if cut is None and all_hold(table):
        return result
    numbers = {key: _numbers(row) for key, row in table.rows.items()}
    doubtful = {row.key: _TWICE for row in table.duplicates if _numbers(row) != numbers.get(row.key)}
    doubtful |= dict.fromkeys(overflowing(table), _OVERFLOW)
    doubtful |= {row.key: _SHIFTED for row in table.rows.values() if is_shifted(row)}
    if cut is not None:
        doubtful[cut] = _CUT
    for identity in table.form.identities:
        walk = _along_rows if identity.each == "row" else _along_columns
        walk(result, identity, numbers, doubtful)
    return result


def is_count(cell: Cell) -> bool:
    """Whether the cell can take part in a sum: a whole number of at least 0, or nothing."""
    number = cell.number
    return number is not None and number >= 0 and number == int(number)


def is_only_total(equation: Equation) -> bool:
    """Whether a row has a total above 0 and nothing at all in the columns it is the sum of (E-313)."""
    return (
        equation.identity.each == "row"
        and equation.right_sum > 0
        and all(cell.state in ("blank", "not_applicable") for cell in equation.left)
    )


_Numbers = dict[str, int | float | None]
_Doubts = dict[str, Message]


def _numbers(row: Row) -> _Numbers:
    if is_empty(row):
        return {cell.column: 0 for cell in row.cells}
    return {cell.column: cell.number if is_count(cell) else None for cell in row.cells}


def _along_rows(
    result: Equations, identity: Identity, numbers: dict[str, _Numbers], doubtful: _Doubts
) -> None:
    terms = (*identity.sum, *identity.equals)
    for row in result.table.rows.values():
        columns = {cell.column: cell for cell in row.cells}
        if is_empty(row) or is_heading(result.table, row) or any(term not in columns for term in terms):
            continue
        if (obstacle := _row_obstacle(identity, row, doubtful)) is not None:
            result.obstacles.append(obstacle)
            continue
        left, right = (tuple(columns[term] for term in side) for side in (identity.sum, identity.equals))
        _add(result, identity, row.key, (left, right), numbers)


def _along_columns(
    result: Equations, identity: Identity, numbers: dict[str, _Numbers], doubtful: _Doubts
) -> None:
    table = result.table
    sides = [
        [row for term in side for row in term_rows(table, term)] for side in (identity.sum, identity.equals)
    ]
    obstacles = []
    for key in (*sides[0], *sides[1]):
        row = table.rows.get(key)
        if row is None:
            obstacles.append(_obstacle(identity, _ABSENT, table.form, key))
        elif (obstacle := _row_obstacle(identity, row, doubtful)) is not None:
            obstacles.append(obstacle)
    if obstacles:
        result.obstacles += obstacles
        return
    cells = {key: {cell.column: cell for cell in table[key].cells} for side in sides for key in side}
    for column in table.form.columns_of(sides[0][0]):
        left, right = (tuple(cells[key][column] for key in side) for side in sides)
        _add(result, identity, column, (left, right), numbers)


def _add(
    result: Equations,
    identity: Identity,
    along: str,
    sides: tuple[tuple[Cell, ...], tuple[Cell, ...]],
    numbers: dict[str, _Numbers],
) -> None:
    sums: list[int | float] = []
    for side in sides:
        total: int | float = 0
        for cell in side:
            number = numbers[cell.row][cell.column]
            if number is None:
                result.obstacles.append(_cell_obstacle(identity, _UNREADABLE, result.table.form, cell))
                return
            total += number
        sums.append(total)
    equation = Equation(identity, along, *sides, *sums)
    if equation.holds:
        result.held.append(equation)
    elif (lost := _lost(result.table, equation)) is not None:
        reason = _EMPTY if lost.state == "missing" else _LOST
        result.obstacles.append(_cell_obstacle(identity, reason, result.table.form, lost))
    else:
        result.broken.append(equation)


def _lost(table: Table, equation: Equation) -> Cell | None:
    """An operand of a broken identity that may have been lost on the way.

    Its row has no cell at all, or it is blank and figures stand about that may belong there.
    """
    states = ("blank", "missing") if table.strays_with_figures else ("missing",)
    return next((cell for cell in equation.cells if cell.state in states), None)


def _row_obstacle(identity: Identity, row: Row, doubtful: _Doubts) -> Obstacle | None:
    if row.problem is not None and not is_empty(row):
        return Obstacle(identity, row.key, *row_reason(row, [row.key], *_WHAT[identity.each]))
    doubt = doubtful.get(row.key)
    return _obstacle(identity, doubt, row.form, row.key) if doubt is not None else None


def _obstacle(identity: Identity, reason: Message, form: TableForm, row: str, **more: object) -> Obstacle:
    what, what_en = _WHAT[identity.each]
    params = {"table": form.name, "rows": rows_named(form, [row]), "what": what, "what_en": what_en, **more}
    return Obstacle(identity, row, reason, params)


def _cell_obstacle(identity: Identity, reason: Message, form: TableForm, cell: Cell) -> Obstacle:
    column = named(form, cell.column)
    return _obstacle(identity, reason, form, cell.row, column=column, raw=written(cell))
