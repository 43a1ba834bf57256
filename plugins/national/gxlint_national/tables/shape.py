"""Which rows a table should have, and in which order: shared by CN201 and CN301."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from gxlint.formats import BlockForm, TableForm
from gxlint.model import Report, Row, Table
from gxlint.rules import Finding, Message, Outcome, Rule, Severity, Where
from gxlint.source import Span
from gxlint_national.tables.columns import missing_columns
from gxlint_national.tables.condition import (
    absent_rows,
    blank,
    cut_off,
    ends_early,
    has_separators,
    is_blank,
    is_fragment,
    is_scattered,
    unread,
)
from gxlint_national.tables.labels import essence, wording
from gxlint_national.tables.naming import listed, named

MESSAGES = {
    "missing": Message("{table}缺{rows}行", "{table} lacks the row(s) {rows}"),
    "most": Message(
        "{table}只有 {present} 行,应有 {expected} 行,缺{rows}行",
        "{table} has only {present} of {expected} rows; missing: {rows}",
    ),
    "order": Message("{row}行应在{after}行之后", "row {row} belongs after row {after}"),
    "first": Message("{row}行应在最前", "row {row} belongs first"),
    "twice": Message("{row}行出现两次", "row {row} stands there twice"),
    "instead": Message("{row}行出现两次,缺{rows}行", "row {row} stands there twice, {rows} is missing"),
    "columns": Message(
        "{table}表头缺{columns}列,各行也少 {count} 格",
        "{table}: the header lacks the column(s) {columns}, and the rows are short by {count} cells",
    ),
}
_STRAY = Message(
    "{table}有数字未能归到行上,行是否齐全没有核对",
    "{table}: some figures belong to no row; whether all rows are there was not checked",
)
_MIXED = Message(
    "{table}各行写法不一或位置散乱,行的次序没有核对",
    "{table}: rows are scattered or laid out in several ways; their order was not checked",
)
_REPEATED = Message(
    "{table}有 {count} 行重复出现,可能整表出现了两次,没有核对行数",
    "{table}: {count} rows stand there twice, maybe the whole table; the rows were not checked",
)
_HIDDEN = Message(
    "{table}{rows}行的行名在文中而没有能读成行,未核对",
    "{table}: the label(s) of {rows} stand in the text but could not be read as rows; not checked",
)
_MANY = 3
_SHORT = 3
_ALIKE = 0.7


def check_shape(rule: Rule, table: Table, report: Report) -> Iterator[Outcome]:
    """Rows that are missing, twice there or out of order, and columns that are missing."""
    if is_blank(table):
        yield blank(rule, table)
        return
    narrow = any(row.problem == "short" for row in table.rows.values())
    for block in table.form.blocks if narrow else ():
        if columns := missing_columns(report, table, block):
            yield _columns(rule, table, block, columns)
    absent = absent_rows(table)
    hidden = _hidden(table, report, absent)
    if hidden:
        yield rule.undecided(table, _HIDDEN, table=table.form.name, rows=listed(table.form, hidden))
        absent = [key for key in absent if key not in hidden]
    if absent and ends_early(report, table):
        absent = _before_the_cut(table, absent)
        yield cut_off(rule, table)
    if is_scattered(table):
        if absent:
            yield rule.undecided(table, _STRAY, table=table.form.name)
        return
    yield from _rows(rule, table, absent)
    yield from _order(rule, table, report)


def _hidden(table: Table, report: Report, absent: Sequence[str]) -> list[str]:
    """Absent rows whose label (or one much like it) does stand in the table's text, but made no row."""
    if not absent:
        return []
    from difflib import get_close_matches  # needed only where a row is missing

    rest = unread(table, report)
    words = [essence(word) for word in re.split(r"[|0-9]+", rest) if len(word) > _SHORT]
    whole = essence(rest)
    labels = {key: wording(table.form.label_of(key)) for key in absent}
    return [
        key
        for key, label in labels.items()
        if label in whole or (len(label) > _SHORT and get_close_matches(label, words, 1, _ALIKE))
    ]


def _columns(rule: Rule, table: Table, block: BlockForm, columns: Sequence[str]) -> Finding:
    header = [label for label in table.labels_of("column") if label.key in block.columns]
    rows = sum(key in table for key in block.rows)
    params: dict[str, Any] = {
        "table": table.form.name,
        "columns": listed(table.form, columns),
        "count": len(columns),
    }
    where = Where(table=table.key, column=columns[0])
    return rule.at(header[-1], "columns", where=where, related=header[:-1], held_back=rows, **params)


def _before_the_cut(table: Table, absent: Sequence[str]) -> list[str]:
    """Absent rows that should have stood before the last one that is there."""
    order = [row.key for row in table.form.rows]
    last = max((order.index(key) for key in table.rows if key in order), default=-1)
    return [key for key in absent if order.index(key) < last]


def _rows(rule: Rule, table: Table, absent: Sequence[str]) -> Iterator[Outcome]:
    doubled = [row for row in table.duplicates if row.label.match != "similar"]
    if len(doubled) > _MANY:
        yield rule.undecided(table, _REPEATED, table=table.form.name, count=len(doubled))
        return
    if len(doubled) == 1 and len(absent) == 1:
        yield _twice(rule, table, doubled[0], absent)
        return
    for row in doubled:
        yield _twice(rule, table, row, ())
    if absent:
        yield _missing(rule, table, absent)


def _twice(rule: Rule, table: Table, row: Row, absent: Sequence[str]) -> Finding:
    related = [table[row.key]] if row.key in table else []
    names: dict[str, Any] = {"row": _quoted(table.form, row.key), "rows": listed(table.form, absent)}
    return rule.at(row, "instead" if absent else "twice", related=related, **names)


def _missing(rule: Rule, table: Table, absent: Sequence[str]) -> Finding:
    form = table.form
    most = is_fragment(table)
    names: dict[str, Any] = {"table": form.name, "rows": listed(form, absent)}
    return rule.at(
        _place_of(table, absent[0]),
        "most" if most else "missing",
        severity=Severity.WARNING if most else None,
        where=Where(table=table.key, row=absent[0]),
        held_back=len(absent) - 1,
        present=len(form.rows) - len(absent),
        expected=len(form.rows),
        **names,
    )


def _place_of(table: Table, key: str) -> Span:
    """Where a missing row should have stood: after the row before it that is there."""
    order = [row.key for row in table.form.rows]
    before = [other for other in order[: order.index(key)] if other in table]
    if before:
        return table[before[-1]].label.span
    return table.labels[0].span if table.labels else table.span


def _order(rule: Rule, table: Table, report: Report) -> Iterator[Outcome]:
    order = [row.key for row in table.form.rows]
    found = [key for key in table.rows if key in order]
    numbers = [order.index(key) for key in found]
    kept = set(numbers) if numbers == sorted(numbers) else set(_longest_rise(numbers))
    displaced = [key for key in found if order.index(key) not in kept]
    if not displaced:
        return
    layouts = {has_separators(report, row) for row in table.rows.values()}
    if len(layouts) > 1 or len(displaced) * 3 > len(found):
        yield rule.undecided(table, _MIXED, table=table.form.name)
        return
    for key in displaced:
        yield _displaced(rule, table, key, [other for other in order if other in table])


def _displaced(rule: Rule, table: Table, key: str, order: Sequence[str]) -> Finding:
    at = order.index(key)
    if at == 0:
        return rule.at(table[key], "first", row=_quoted(table.form, key))
    before = order[at - 1]
    names: dict[str, Any] = {"row": _quoted(table.form, key), "after": _quoted(table.form, before)}
    return rule.at(table[key], "order", related=[table[before]], **names)


def _quoted(form: TableForm, key: str) -> str:
    return f"“{named(form, key)}”"


def _longest_rise(numbers: Iterable[int]) -> list[int]:
    """The longest rising subsequence: what stands in order; everything else was moved."""
    best: list[list[int]] = []
    for number in numbers:
        before = max((run for run in best if run[-1] < number), key=len, default=[])
        best.append([*before, number])
    return max(best, key=len, default=[])
