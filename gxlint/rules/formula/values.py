"""Numbers out of a report, and why there is none where there is none. Nothing is guessed."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias

from gxlint.facts import Count, facts_of
from gxlint.formats import TableForm
from gxlint.model import Cell, Report
from gxlint.rules.formula.addresses import CellAddress, FactAddress
from gxlint.rules.info import Message
from gxlint.source import Span

Number: TypeAlias = int | Fraction

NO_TABLE = Message("没有找到{table},未核对", "{table} was not found; not checked")
_NO_ROW = Message("{table}没有找到“{row}”行,未核对", "{table}: no row {row}; not checked")
_BROKEN_ROW = Message(
    "{table}“{row}”行的格数不对,未核对", "{table}, row {row}: wrong number of cells; not checked"
)
_BLANK = Message(
    "{table}“{row}”行“{column}”格没有填数,未核对", "{table}, row {row}, column {column} is blank; not checked"
)
_INVALID = Message(
    "{table}“{row}”行“{column}”格(“{raw}”)不是数,未核对",
    "{table}, row {row}, column {column}: “{raw}” is no number; not checked",
)
_NO_PREVIOUS = Message("没有上年的报告,未核对", "there is no report of last year; not checked")
_OTHER_FORMAT = Message(
    "上年报告的格式里没有 {address},未核对", "last year's format has no {address}; not checked"
)
_UNSURE = Message("正文中“{text}”的数不确定,未核对", "the number in “{text}” is not certain; not checked")
_SEVERAL = Message(
    "正文中有不同的数({values}),未核对", "the prose gives different numbers ({values}); not checked"
)
_NOT_STATED = Message("正文没有写明这个数", "the prose does not state this number")


class Unknown(Exception):  # noqa: N818
    """A number is not to be had. ``unsaid`` where the prose says nothing of it: then there is nothing to check."""

    def __init__(
        self, reason: Message, cell: Cell | None = None, /, *, unsaid: bool = False, **params: str
    ) -> None:
        super().__init__(reason.zh)
        self.reason, self.params, self.cell, self.unsaid = reason, params, cell, unsaid


class Term(NamedTuple):
    """A number and where it stands. ``cell`` is none for a figure of the prose; ``here``: in this very report."""

    value: Number
    label: str
    span: Span
    cell: Cell | None
    here: bool = True


class Scope(NamedTuple):
    """What a formula is held against: a report, and the row or column at hand inside ``each``."""

    report: Report
    blank_as_zero: bool = False
    at_hand: Mapping[str, str] = {}


def exact(value: int | float) -> Number:
    """The number as it is written, without the rounding of floating point."""
    return value if isinstance(value, int) else Fraction(str(value))


def cells(address: CellAddress, scope: Scope) -> list[Term]:
    """The numbers an address stands for, the row and column at hand put in for wildcards.

    Raises:
        Unknown: one of them cannot be read.
    """
    report = scope.report
    if address.previous:
        if report.previous is None:
            raise Unknown(_NO_PREVIOUS)
        report = report.previous
    form = report.format.table_forms.get(address.table)
    if form is not None:
        bound = _bound(address, scope)
        places = [
            (row, column)
            for row in bound.rows(form)
            for column in bound.columns(form)
            if column in form.columns_of(row)
        ]
        if places:
            return [_term(report, form, row, column, scope, address) for row, column in places]
    if address.previous:
        raise Unknown(_OTHER_FORMAT, address=address.text.partition(".")[2])
    raise Unknown(NO_TABLE, table=address.table)


def _bound(address: CellAddress, scope: Scope) -> CellAddress:
    row = scope.at_hand.get("row", address.row) if address.any_row else address.row
    column = scope.at_hand.get("column", address.column) if address.any_column else address.column
    return address._replace(row=row, column=column)


def _term(report: Report, form: TableForm, row: str, column: str, scope: Scope, address: CellAddress) -> Term:
    words: Any = {
        "table": ("上年" if address.previous else "") + form.name,
        "row": form.short_label(row),
        "column": form.short_label(column),
    }
    table = report.table(form.key)
    if table is None or not table.rows:
        raise Unknown(NO_TABLE, None, **words)
    found = table.rows.get(row)
    if found is None:
        raise Unknown(_NO_ROW, None, **words)
    if not found.complete:
        raise Unknown(_BROKEN_ROW, found.cells[0] if found.cells else None, **words)
    cell = found[column]
    value = cell.number if scope.blank_as_zero else cell.value
    if value is None:
        reason = _BLANK if cell.state in ("blank", "not_applicable", "missing") else _INVALID
        raise Unknown(reason, cell, raw=cell.raw, **words)
    label = f"{words['row']} {words['column']}"
    return Term(
        exact(value), f"上年{label}" if address.previous else label, cell.span, cell, not address.previous
    )


def fact(address: FactAddress, report: Report) -> Term:
    """The number that the prose states.

    Raises:
        Unknown: it states none, an uncertain one, or several that differ.
    """
    stated = [
        count for count in facts_of(report).of(address.subject) if address.measure in ("", count.measure)
    ]
    firm = [count for count in stated if count.firm]
    if not stated:
        raise Unknown(_NOT_STATED, unsaid=True)
    if not firm:
        raise Unknown(_UNSURE, text=stated[0].text)
    values = list(dict.fromkeys(count.value for count in firm))
    if len(values) > 1:
        raise Unknown(_SEVERAL, values="、".join(map(str, values)))
    return Term(exact(firm[0].value), _fact_label(firm[0]), firm[0].number_span, None)


def _fact_label(count: Count) -> str:
    return f"正文“{count.text}”"


def shown(value: Number) -> str:
    """A number as a message shows it."""
    if value.denominator == 1:
        return str(int(value))
    return f"{float(value):.4f}".rstrip("0")
