"""What an address in a formula stands for: cells of this year's tables or last year's, or a figure of the prose."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from gxlint.formats import Format, TableForm
from gxlint.rules.formula.errors import FormulaError
from gxlint.rules.formula.lexer import Token
from gxlint.rules.info import Message

PREVIOUS, FACT, ANY = "previous", "fact", "*"
MEASURES = ("issued", "repealed", "in_force", "disclosed")
_DISPUTES = ("reconsideration", "litigation", "litigation_direct", "litigation_after_reconsideration")
_RESULTS = ("upheld", "corrected", "other_result", "pending")
_SUBJECTS = (
    *("received", "handled", "closed", "carried_over", "carried_forward", "disputes"),
    *_DISPUTES,
    *(f"{kind}.{result}" for kind in _DISPUTES for result in _RESULTS),
    *("normative_documents", "regulations", "licensing", "penalties", "compulsory_measures"),
    *("administrative_fees", "disclosed_total", "disclosed_website", "disclosed_social_media"),
    *("disclosed_other", "gazette_issues", "policy_interpretations", "public_responses", "trainings"),
    *("proposals", "processing_fee.notices", "processing_fee.amount_notified"),
    "processing_fee.amount_collected",
)

_SHORT = Message(
    "地址 {got} 不完整,应为 表.行.列,如 table_requests.granted.total",
    "address {got} is not complete; write table.row.column, as in table_requests.granted.total",
)
_NO_PREVIOUS_FACT = Message(
    "上年只能引用表格:previous.表.行.列", "of last year only tables can be used: previous.table.row.column"
)
_UNKNOWN = {
    "table": Message("没有表 {got}{close_zh}", "there is no table {got}{close_en}"),
    "row": Message("{name}没有行 {got}{close_zh}", "{name} has no row {got}{close_en}"),
    "column": Message(
        "{name}的这一行没有列 {got}{close_zh}", "this row of {name} has no column {got}{close_en}"
    ),
    "fact": Message("没有正文数字 fact.{got}{close_zh}", "there is no fact.{got}{close_en}"),
}
_ONLY_IN = Message(
    '地址 {got} 在{name}中没有;规则只适用于另外的格式时请写 formats = ["{other}+"]',
    '{name} has no {got}; if the rule is for other formats only, write formats = ["{other}+"]',
)
_STAR_INSIDE = Message(
    "通配符 * 只能代替整个行、列,或行组内的各行(denied.*)",
    "* stands for all rows, all columns, or all rows of a group (denied.*)",
)


class CellAddress(NamedTuple):
    """Cells of a table. ``row`` is a key, the key of a group, ``*``, or ``GROUP.*``; ``column`` a key or ``*``."""

    table: str
    row: str
    column: str
    previous: bool
    text: str
    start: int

    @property
    def any_row(self) -> bool:
        """Whether the row is a wildcard."""
        return self.row.endswith(ANY)

    @property
    def any_column(self) -> bool:
        """Whether the column is a wildcard."""
        return self.column == ANY

    def rows(self, form: TableForm) -> tuple[str, ...]:
        """The rows it stands for, in the order of the form; a group stands for its rows."""
        if self.row == ANY:
            return tuple(form.row_forms)
        if self.any_row:
            return form.children(self.row.removesuffix(".*"))
        if self.row in form.row_forms:
            return (self.row,)
        return form.children(self.row) if self.row in form.group_forms else ()

    def columns(self, form: TableForm) -> tuple[str, ...]:
        """The columns that at least one of its rows has, in the order of the form."""
        wanted = {column for row in self.rows(form) for column in form.columns_of(row)}
        named = tuple(column for column in form.column_forms if column in wanted)
        return named if self.any_column else tuple(column for column in named if column == self.column)


class FactAddress(NamedTuple):
    """A figure of the prose; ``measure`` says what of documents is counted, if anything."""

    subject: str
    measure: str
    text: str
    start: int


Address: TypeAlias = CellAddress | FactAddress


def read_address(token: Token, forms: Sequence[Format], catalogue: Sequence[Format]) -> Address:
    """What an address stands for.

    Args:
        token: the address as written.
        forms: the formats in which it has to exist.
        catalogue: all formats; last year's report may have been in any of them.

    Raises:
        FormulaError: there is no such place, with the one that was probably meant.
    """
    first, _, rest = token.text.partition(".")
    if first == FACT:
        return _fact(rest, token, catalogue)
    previous = first == PREVIOUS
    if previous:
        first, _, rest = rest.partition(".")
        if first == FACT:
            raise FormulaError(token.start, _NO_PREVIOUS_FACT)
    row, dot, column = rest.rpartition(".")
    address = CellAddress(first, row, column, previous, token.text, token.start)
    known = list(catalogue if previous else forms)
    missing = [form for form in known if _fault(address, form)]
    if len(missing) == len(known) or not dot:
        raise _unknown(address, known)
    if missing and not previous:
        other = next(form for form in known if form not in missing)
        raise FormulaError(token.start, _ONLY_IN, got=token.text, name=missing[0].name, other=other.key)
    return address


def _fault(address: CellAddress, form: Format) -> str:
    """The part of the address that the format does not know; empty when it knows all."""
    table = form.table_forms.get(address.table)
    if table is None:
        return "table"
    if not address.rows(table):
        return "row"
    return "" if address.columns(table) else "column"


def _unknown(address: CellAddress, forms: Sequence[Format]) -> FormulaError:
    at = address.start + (len(PREVIOUS) + 1 if address.previous else 0)
    form = forms[-1]
    table = form.table_forms.get(address.table)
    if table is None:
        return _error("table", address.table, form.table_forms, "", at)
    at += len(address.table) + 1
    if not address.row:
        return FormulaError(address.start, _SHORT, got=address.text)
    if ANY in address.row.removesuffix(ANY):
        return FormulaError(at, _STAR_INSIDE)
    if not address.rows(table):
        known = [*table.row_forms, *table.group_forms, *(f"{group}.*" for group in table.group_forms)]
        return _error("row", address.row, known, table.name, at)
    at += len(address.row) + 1
    columns = address._replace(column=ANY).columns(table)
    return _error("column", address.column, columns, table.name, at)


def _error(what: str, got: str, known: Iterable[str], name: str, at: int) -> FormulaError:
    from difflib import get_close_matches

    close = get_close_matches(got[:80], list(known), 1, 0.6)
    zh, en = (f",是否指 {close[0]}?", f"; did you mean {close[0]}?") if close else _listed(list(known))
    return FormulaError(at, _UNKNOWN[what], got=got[:80], name=name, close_zh=zh, close_en=en)


def _listed(known: Sequence[str]) -> tuple[str, str]:
    few = list(known)[:8]
    more = len(known) > len(few)
    return (
        f";可用的有 {'、'.join(few)}{' 等' if more else ''}",
        f"; known are {', '.join(few)}{' …' if more else ''}",
    )


def _fact(rest: str, token: Token, catalogue: Sequence[Format]) -> FactAddress:
    known = list(dict.fromkeys((*_SUBJECTS, *_outcomes(catalogue))))
    subject, _, measure = rest.rpartition(".")
    if rest in known:
        return FactAddress(rest, "", token.text, token.start)
    if subject in ("normative_documents", "regulations") and measure in MEASURES:
        return FactAddress(subject, measure, token.text, token.start)
    raise _error("fact", rest, known, "", token.start + len(FACT) + 1)


def _outcomes(catalogue: Sequence[Format]) -> Iterator[str]:
    for form in catalogue:
        table = form.table_forms.get("table_requests")
        if table is not None:
            yield from (*table.row_forms, *table.group_forms)
