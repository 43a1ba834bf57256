"""What the tables say of the things that the prose counts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gxlint.formats import TableForm
from gxlint.model import Cell, Report, Row, Table
from gxlint.rules import Message
from gxlint_national.tables.condition import (
    BLANK,
    ends_early,
    is_blank,
    is_empty,
    is_heading,
    is_shifted,
    overflowing,
    row_reason,
)
from gxlint_national.tables.naming import figure, named, rows_named, written
from gxlint_national.tables.sums import requests

_NO_TABLE = Message("没有找到{table},正文的数字未核对", "{table} was not found; figures in the prose not checked")
_ABSENT = Message(
    "{table}没有找到{rows}行,正文的数字未核对", "{table}: no row {rows}; figures in the prose not checked"
)
_UNSURE = Message(
    "{table}{rows}行的数字不能确定,未与正文核对",
    "{table}, row {rows}: its figures are not certain; not compared with the prose",
)
_UNREADABLE = Message(
    "{table}{rows}行“{column}”格(“{raw}”)不是件数,未与正文核对",
    "{table}, row {rows}, column {column}: “{raw}” is not a count; not compared with the prose",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a table gives for something.

    ``name`` says where it comes from, in both languages; ``cells`` are those it is made of. ``doubts`` are the numbers it
    may as well be where the table's own sums disagree. ``blank``: nothing was filled in, which counts as 0.
    """

    value: int | float
    cells: tuple[Cell, ...]
    name: tuple[str, str]
    doubts: frozenset[int | float] = frozenset()
    blank: bool = False
    detail: str = ""  # the operands, where it is a sum

    @property
    def values(self) -> frozenset[int | float]:
        """All numbers it may be."""
        return self.doubts | {self.value}


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a table does not tell."""

    reason: Message
    params: dict[str, object]


Answer: TypeAlias = Figure | Unread


class Ledger:
    """The three tables of a report, asked for single figures; each answer is worked out once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._answers: dict[tuple[str, str, str], Answer] = {}
        self._doubtful: dict[str, frozenset[str]] = {}

    def cell(self, table: str, row: str, column: str) -> Answer:
        """The figure in one cell; a blank total is the sum of its row."""
        return self._once((table, row, column), lambda found: self._cell(found, row, column))

    def group(self, table: str, key: str, column: str) -> Answer:
        """The figure of a row, or of a group: that of its rows taken together."""
        return self._once((table, key, column), lambda found: self._group(found, key, column))

    def form(self, table: str) -> TableForm:
        """The form of a table in the report's format."""
        return self._report.format.table_forms[table]

    def _once(self, address: tuple[str, str, str], read: Callable[[Table], Answer]) -> Answer:
        answer = self._answers.get(address)
        if answer is None:
            table = self._report.table(address[0])
            if table is None or not table.rows:
                answer = Unread(_NO_TABLE, {"table": self.form(address[0]).name})
            elif is_blank(table):
                answer = Unread(BLANK, {"table": table.form.name})
            else:
                answer = read(table)
            self._answers[address] = answer
        return answer

    def _group(self, table: Table, key: str, column: str) -> Answer:
        row = table.rows.get(key)
        children = table.form.children(key)
        if not children or (row is not None and not is_heading(table, row)):
            return self._cell(table, key, column)
        answers = [self._cell(table, child, column) for child in children]
        where = f"{table.form.name}“{named(table.form, key)}”各行", f"{table.form.name}, rows of “{named(table.form, key)}”"
        return together(answers, where)

    def _cell(self, table: Table, key: str, column: str) -> Answer:
        row = table.rows.get(key)
        if row is None:
            return Unread(_ABSENT, {"table": table.form.name, "rows": rows_named(table.form, [key])})
        if row.problem is not None and not is_empty(row):
            return Unread(*row_reason(row, [key], "正文的数字", "figures in the prose"))
        if key in self._unsure(table):
            return Unread(_UNSURE, {"table": table.form.name, "rows": rows_named(table.form, [key])})
        return self._figure(table, row, row[column])

    def _unsure(self, table: Table) -> frozenset[str]:
        """Rows whose figures may not be theirs."""
        found = self._doubtful.get(table.key)
        if found is None:
            found = self._doubtful[table.key] = frozenset(_unsure_rows(self._report, table))
        return found

    def _figure(self, table: Table, row: Row, cell: Cell) -> Answer:
        form = table.form
        parts = _parts(row, cell)
        added = sum(part.number or 0 for part in parts)
        lost = bool(table.strays_with_figures) and any(part.state == "blank" for part in parts)
        number = cell.number
        if number is None or (cell.state == "blank" and (lost or any(part.number is None for part in parts))):
            params = {"table": form.name, "rows": rows_named(form, [row.key]), "raw": written(cell)}
            return Unread(_UNREADABLE, {**params, "column": named(form, cell.column)})
        blank = cell.state == "blank"
        if blank and any(part.value for part in parts):
            number, blank = added, False
        doubts = {added} if parts and added != number and not lost else set()
        doubts |= _column_doubts(self._report, cell)
        return Figure(number, (cell,), _cell_name(form, cell), frozenset(doubts), blank)


def together(answers: Sequence[Answer], where: tuple[str, str], *, short: bool = False) -> Answer:
    """Figures taken together; the first that cannot be read says why not.

    ``where`` names them, in both languages; ``short`` leaves the rows out of the sum's detail.
    """
    figures = []
    for answer in answers:
        if isinstance(answer, Unread):
            return answer
        figures.append(answer)
    value = sum(item.value for item in figures)
    cells = tuple(cell for item in figures for cell in item.cells)
    return Figure(
        value,
        tuple(cell for cell in cells if cell.number) or cells,
        (f"{where[0]}总计之和", f"the totals of {where[1]} together"),
        frozenset(value - item.value + doubt for item in figures for doubt in item.doubts),
        all(item.blank for item in figures),
        _detail([item for item in figures if item.value or len(figures) == _FEW]),
    )


_FEW = 2
_MOST = 5


def _detail(figures: Sequence[Figure]) -> str:
    terms = [f"{_row_of(item)} {figure(item.value)}" for item in figures]
    if len(terms) < _FEW:
        return ""
    more = f" + 另 {len(terms) - _MOST} 项" if len(terms) > _MOST else ""
    return f"({' + '.join(terms[:_MOST])}{more})"


def _row_of(item: Figure) -> str:
    """What a figure is called inside a sum: the words between the quotation marks of its name."""
    return item.name[0].partition("“")[2].partition("”总计")[0]


def _cell_name(form: TableForm, cell: Cell) -> tuple[str, str]:
    row, column = named(form, cell.row), named(form, cell.column)
    if column == "总计" or len(form.columns_of(cell.row)) == 1:
        return f"{form.name}“{row}”{'总计' if column == '总计' else ''}", f"{form.name}, {row}"
    return f"{form.name}“{row}·{column}”", f"{form.name}, {row}, {column}"


def _parts(row: Row, cell: Cell) -> list[Cell]:
    """The cells of a row that add up to this one, by the form."""
    for identity in row.form.identities:
        if identity.each == "row" and identity.equals == (cell.column,):
            return [part for part in row.cells if part.column in identity.sum]
    return []


def _column_doubts(report: Report, cell: Cell) -> set[int | float]:
    """What a cell of 表三 would have to be for the sums of its column to agree."""
    if cell.table != "table_requests" or (equations := report.once(requests)) is None:
        return set()
    return {
        (cell.number or 0) + equation.repair(cell)
        for equation in equations.broken
        if equation.along == cell.column and any(cell is other for other in equation.cells)
    }


def _unsure_rows(report: Report, table: Table) -> Iterable[str]:
    for row in table.duplicates:
        twin = table.rows.get(row.key)
        if twin is None or [cell.number for cell in twin.cells] != [cell.number for cell in row.cells]:
            yield row.key
    yield from overflowing(table)
    yield from (row.key for row in table.rows.values() if is_shifted(row))
    last = next(reversed(table.rows.values()), None)
    if last is not None and not report.text[last.span.end :].strip() and ends_early(report, table):
        yield last.key
