"""Words that stand where a label belongs, too far from the official wording to be read as it (行政惩罚, 总记)."""

from collections.abc import Iterator, Sequence

from gxlint.model import Row, Stray, Table
from gxlint.rules import Finding, Rule, Where
from gxlint_national.tables.condition import absent_rows
from gxlint_national.tables.labels import wording

_ALIKE = 0.5
_LONGER = 4
_MOST_ABSENT = 2  # where more is missing, there is no telling what stands for what


def unknown_labels(rule: Rule, table: Table) -> Iterator[Finding]:
    """Stray texts that can only be meant for the label of the one column, or of a row or two, that is not there."""
    texts = [stray for stray in table.strays if stray.kind == "text"]
    if not texts or not table.rows:
        return
    for key, official, stray in (*_columns(table, texts), *_rows(table, texts)):
        text = _first_cell(stray)
        where = Where(table=table.key, row=key) if key in table.form.row_forms else Where(table=table.key)
        span = stray.span._replace(end=stray.span.start + len(text))
        yield rule.at(span, where=where, text=text, official=official).suggest(official)


Unknown = tuple[str, str, Stray]


def _columns(table: Table, texts: Sequence[Stray]) -> Iterator[Unknown]:
    """A column's label that is not there, and the one text in the header that is much like it."""
    known = {label.key for label in table.labels_of("column")}
    absent = [column for column in table.form.columns if column.key not in known and column.label]
    if len(absent) != 1 or not known:
        return
    last = max(label.span.start for label in table.labels_of("column"))
    end = min((row.span.start for row in table.rows.values() if row.span.start > last), default=last)
    header = [stray for stray in texts if stray.span.start < max(end, last)]
    yield from _alike(absent[0].key, absent[0].label, header)


def _rows(table: Table, texts: Sequence[Stray]) -> Iterator[Unknown]:
    """A row's label that is not there, and the one text between its neighbours that is much like it."""
    absent = absent_rows(table)
    if not 0 < len(absent) <= _MOST_ABSENT or table.form.side_by_side:
        return
    order = [row.key for row in table.form.rows]
    for key in absent:
        at = order.index(key)
        before = next((table.rows[other] for other in reversed(order[:at]) if other in table.rows), None)
        after = next((table.rows[other] for other in order[at + 1 :] if other in table.rows), None)
        between = [stray for stray in texts if _lies_between(stray, before, after)]
        yield from _alike(key, table.form.label_of(key), between)


def _lies_between(stray: Stray, before: Row | None, after: Row | None) -> bool:
    start = stray.span.start
    return (before is None or start >= before.label.span.end) and (
        after is None or start < after.label.span.start
    )


def _alike(key: str, official: str, texts: Sequence[Stray]) -> Iterator[Unknown]:
    from difflib import SequenceMatcher  # needed only where a label is not there

    wanted = wording(official)
    found = [
        stray
        for stray in texts
        if _is_whole(text := wording(_first_cell(stray)), wanted, texts)
        and len(text) <= len(wanted) + _LONGER
        and SequenceMatcher(None, text, wanted, autojunk=False).ratio() >= _ALIKE
    ]
    if len({_first_cell(stray) for stray in found}) == 1:
        yield key, official, found[0]


def _is_whole(text: str, wanted: str, texts: Sequence[Stray]) -> bool:
    """Whether this is no piece of the label itself, cut over lines: 企业 alone may stand for 商业企业."""
    return text not in wanted or (len(texts) == 1 and len(text) > 1 and wanted.endswith(text))


def _first_cell(stray: Stray) -> str:
    return stray.text.partition("\t")[0].partition("|")[0].rstrip()
