"""What the tables say of the things that the prose counts."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from gxlint.formats import TableForm
from gxlint.model import Cell, Report, Row, Table
from gxlint.rules import Message
from gxlint.source.record import Record
from gxlint_national.tables.condition import (
    BLANK,
    children,
    ends_early,
    is_blank,
    is_empty,
    is_heading,
    is_shifted,
    overflowing,
    row_reason,
)
from gxlint_national.tables.naming import named, rows_named, written
from gxlint_national.tables.sums import requests

_NO_TABLE = Message(
    "没有找到{table},正文的数字未核对", "{table} was not found; figures in the prose not checked"
)
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


class Term(NamedTuple):
    """A cell and its number; a blank total has that of its row."""

    cell: Cell
    number: int | float


class Figure(Record, frozen=True):
    """A number that a table gives for something: that of a cell, or of several taken together.

    ``terms`` are the cells with their numbers, ``group`` the row group that they are all of, ``without`` the cells that were
    taken off them. ``doubts`` are the numbers it may be
    as well since the row does not add up, ``balances`` those that would make the column add up where the row does so already;
    only a ``confirmed`` figure has them. ``blank``: nothing was filled in, which counts as 0.
    """

    value: int | float
    terms: tuple[Term, ...]
    group: str = ""
    blank: bool = False
    doubts: frozenset[int | float] = frozenset()
    balances: frozenset[int | float] = frozenset()
    without: tuple[Term, ...] = ()


class Unread(Record, frozen=True):
    """Why a table does not tell."""

    reason: Message
    params: dict[str, object]


Answer: TypeAlias = Figure | Unread


class Ledger:
    """The three tables of a report, asked for single figures.

    Most figures agree with the prose and are never looked at again; ``confirmed`` takes the closer look that an accusation needs.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._unsure: dict[str, frozenset[str]] = {}
        self._closed: dict[str, Unread | None] = {}

    def cell(self, table: str, row: str, column: str) -> Answer:
        """The figure in one cell; a blank total is the sum of its row."""
        return self._ask(table, lambda found: _figure(found, row, column))

    def group(self, table: str, key: str, column: str) -> Answer:
        """The figure of a row, or of a group: that of its rows taken together."""
        return self._ask(table, lambda found: _group(found, key, column))

    def form(self, table: str) -> TableForm:
        """The form of a table in the report's format."""
        return self._report.format.table_forms[table]

    def confirmed(self, answer: Answer) -> Answer:
        """The figure with the numbers it may be as well; why it is not certain, if it is not."""
        if isinstance(answer, Unread):
            return answer
        doubts: set[int | float] = set()
        balances: set[int | float] = set()
        for term in answer.terms:
            table, row = self._report.tables[term.cell.table], term.cell.row
            if row in self._unsure_rows(table):
                return Unread(_UNSURE, {"table": table.form.name, "rows": rows_named(table.form, [row])})
            by_row = self._by_row(table, term)
            others = {answer.value - term.number + other for other in self._by_column(term)}
            if by_row is not None and by_row == term.number:
                balances |= others
            else:
                doubts |= others
                doubts |= {answer.value - term.number + by_row} if by_row is not None else set()
        return answer.replaced(
            doubts=frozenset(doubts - {answer.value}), balances=frozenset(balances - {answer.value})
        )

    def _ask(self, key: str, read: Callable[[Table], Answer]) -> Answer:
        table = self._report.tables.get(key)
        if table is None or not table.rows:
            return Unread(_NO_TABLE, {"table": self.form(key).name})
        if key not in self._closed:
            self._closed[key] = Unread(BLANK, {"table": table.form.name}) if is_blank(table) else None
        return self._closed[key] or read(table)

    def _unsure_rows(self, table: Table) -> frozenset[str]:
        """Rows whose figures may not be theirs."""
        found = self._unsure.get(table.key)
        if found is None:
            found = self._unsure[table.key] = frozenset(_unsure_rows(self._report, table))
        return found

    def _by_row(self, table: Table, term: Term) -> int | float | None:
        """What a cell should be by the sum of its row, where that can be told."""
        parts = parts_of(table.rows[term.cell.row], term.cell)
        if not parts or any(part.number is None for part in parts) or _is_lossy(table, parts):
            return None
        return sum(part.number or 0 for part in parts)

    def _by_column(self, term: Term) -> Iterable[int | float]:
        """What a cell should be by the sums of its column that do not come out."""
        cell = term.cell
        if cell.table == "table_requests" and (equations := self._report.once(requests)) is not None:
            for equation in equations.broken:
                if equation.along == cell.column and any(cell is other for other in equation.cells):
                    yield (cell.number or 0) + equation.repair(cell)


def together(answers: Sequence[Answer], group: str = "") -> Answer:
    """Figures taken together; the first that cannot be read says why not."""
    value: int | float = 0
    terms: tuple[Term, ...] = ()
    blank = True
    for answer in answers:
        if isinstance(answer, Unread):
            return answer
        value += answer.value
        terms += answer.terms
        blank &= answer.blank
    return Figure(value, terms, group, blank)


def less(whole: Answer, *parts: Answer) -> Answer:
    """A figure without others; the first that cannot be read says why not."""
    if isinstance(whole, Unread):
        return whole
    value = whole.value
    without: tuple[Term, ...] = ()
    for part in parts:
        if isinstance(part, Unread):
            return part
        value -= part.value
        without += part.terms
    return Figure(value, whole.terms, without=without)


def _cell_number(table: Table, cell: Cell) -> int | float | None:
    """The number of a cell; of a blank total that of its row, where nothing in it was lost."""
    if cell.state != "blank":
        return cell.number
    parts = parts_of(table.rows[cell.row], cell)
    if any(part.number is None for part in parts) or _is_lossy(table, parts):
        return None
    return sum(part.number or 0 for part in parts)


def parts_of(row: Row, cell: Cell) -> list[Cell]:
    """The cells of a row that add up to this one, by the form."""
    for identity in row.form.identities:
        if identity.each == "row" and identity.equals == (cell.column,):
            return [part for part in row.cells if part.column in identity.sum]
    return []


def _is_lossy(table: Table, parts: Sequence[Cell]) -> bool:
    """Whether a figure that stands about in the table may belong into one of these cells."""
    return any(part.state == "blank" for part in parts) and bool(table.strays_with_figures)


def _group(table: Table, key: str, column: str) -> Answer:
    row = table.rows.get(key)
    members = children(table.form, key)
    if not members or (row is not None and not is_heading(table, row)):
        return _figure(table, key, column)
    return together([_figure(table, member, column) for member in members], key)


def _figure(table: Table, key: str, column: str) -> Answer:
    form, row = table.form, table.rows.get(key)
    if row is None:
        return Unread(_ABSENT, {"table": form.name, "rows": rows_named(form, [key])})
    if row.problem is not None and not is_empty(row):
        return Unread(*row_reason(row, [key], "正文的数字", "figures in the prose"))
    cell = row[column]
    number = _cell_number(table, cell)
    if number is None:
        params = {"table": form.name, "rows": rows_named(form, [key]), "raw": written(cell)}
        return Unread(_UNREADABLE, {**params, "column": named(form, column)})
    return Figure(number, (Term(cell, number),), "", cell.state == "blank" and not number)


def _unsure_rows(report: Report, table: Table) -> Iterable[str]:
    yield from table.once(_confused_rows)
    last = next(reversed(table.rows.values()), None)
    if last is not None and not report.text[last.span.end :].strip() and ends_early(report, table):
        yield last.key


def _confused_rows(table: Table) -> frozenset[str]:
    """Rows that stand there twice with other figures, or whose figures stand behind them or in the wrong columns."""
    found = overflowing(table)
    for row in table.duplicates:
        twin = table.rows.get(row.key)
        if twin is None or [cell.number for cell in twin.cells] != [cell.number for cell in row.cells]:
            found.add(row.key)
    return frozenset(found.union(row.key for row in table.rows.values() if is_shifted(row)))
