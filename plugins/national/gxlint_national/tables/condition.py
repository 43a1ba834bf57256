"""What state a table is in before anything in it is judged: blank, cut off, damaged on the way."""

from collections.abc import Iterator
from functools import cache

from gxlint.formats import TableForm
from gxlint.model import Report, Row, Table
from gxlint.rules import Message, Rule, Undecided
from gxlint_national.tables.naming import rows_named

BLANK = Message("{table}整表空白,未核对", "{table} is blank throughout, not checked")
UNREAD = Message(
    "{table}的数字没有能读成表格,未核对", "{table}: its figures could not be read as a table; not checked"
)
CUT_OFF = Message(
    "正文到{table}中间为止,后面的内容没有核对", "the text ends inside {table}; the rest was not checked"
)
_ROW_REASONS = {
    "short": Message(
        "{table}{rows}行只有 {found} 格,未核对{what}",
        "{table}, row {rows}: only {found} cells, {what_en} not checked",
    ),
    "long": Message(
        "{table}{rows}行有 {found} 格,未核对{what}",
        "{table}, row {rows}: {found} cells, {what_en} not checked",
    ),
    "detached": Message(
        "{table}{rows}行的数字与行名分开,不能确定各格,未核对{what}",
        "{table}, row {rows}: figures stand apart from the label, {what_en} not checked",
    ),
    "glued": Message(
        "{table}{rows}行的数字粘在一起,不能确定各格,未核对{what}",
        "{table}, row {rows}: figures run together, {what_en} not checked",
    ),
}
_BEHIND_A_CUT = 40  # characters: rests of a cell or a page number may follow the last row


def is_empty(row: Row) -> bool:
    """Whether nothing stands in the row. A row whose cells could not be told apart does hold something."""
    return row.blank and (row.problem is None or row.found == 0)


def is_blank(table: Table) -> bool:
    """Whether not one figure stands in the table."""
    return table.once(_is_blank)


def _is_blank(table: Table) -> bool:
    return not table.strays_with_figures and all(is_empty(row) for row in table.rows.values())


def has_blank_line(table: Table, report: Report) -> bool:
    """Whether a line of bars or tabs alone stands where the row of figures of a table such as 表四 belongs."""
    start = table.labels[-1].span.end if table.labels else table.span.start
    following = [section.span.start for section in report.sections if section.span.start > start]
    lines = report.text[start : min(following, default=len(report.text))].split("\n")
    most = table.form.width - 1
    return any(
        max(line.count("|"), line.count("\t")) >= most and not line.strip("| \t") for line in lines[1:]
    )


def blank(rule: Rule, table: Table) -> Undecided:
    """That a table is blank throughout, which CN311 (or CN401) reports."""
    return rule.undecided(table, BLANK, table=table.form.name)


def ends_early(report: Report, table: Table) -> bool:
    """Whether the text breaks off inside the table: no part, signature or prose follows it."""
    start = table.span.start
    if any(section.heading.span.start > start for section in report.sections):
        return False
    if report.signature.name_span is not None and report.signature.name_span.start > start:
        return False
    return len(report.text[table.span.end :].strip(" |\n\t")) <= _BEHIND_A_CUT


def cut_off(rule: Rule, table: Table) -> Undecided:
    """That the text ends inside the table."""
    return rule.undecided(table, CUT_OFF, table=table.form.name)


def has_separators(report: Report, row: Row) -> bool:
    """Whether bars (or markup) set the row's cells apart, so that a blank cell leaves a trace."""
    text = report.text[row.span.start : row.span.end]
    return "|" in text or "\t" in text


def is_fragment(table: Table) -> bool:
    """Whether more than a third of the official rows are not there: what is left says little."""
    return len(absent_rows(table)) * 3 > len(table.form.rows)


def unreadable(table: Table) -> list[Row]:
    """Rows whose cells are not certain. A row without any figure is blank, not unreadable."""
    return [
        row
        for row in table.rows.values()
        if row.problem is not None and not is_empty(row) and not is_heading(table, row)
    ]


@cache
def children(form: TableForm, key: str) -> tuple[str, ...]:
    """Keys of the rows of a group; remembered, as every report asks for them."""
    return form.children(key)


def is_heading(table: Table, row: Row) -> bool:
    """Whether a row is the label of a group that has rows of its own, with a figure beside it."""
    return any(child in table.rows for child in children(table.form, row.key))


def groups_as_rows(table: Table) -> Iterator[Row]:
    """Groups that have figures of their own in place of the rows that the format splits them into."""
    for group in table.form.groups:
        row = table.rows.get(group.key)
        if row is not None and not is_heading(table, row):
            yield row


def is_scattered(table: Table) -> bool:
    """Whether figures stand apart from their labels: a row may then be there without being recognised."""
    return bool(table.strays_with_figures) or any(
        row.problem in ("detached", "glued") for row in table.rows.values()
    )


def overflowing(table: Table) -> set[str]:
    """Rows behind which figures stand that belong to no row: some of their own may be among them."""
    keys = set()
    for stray in table.strays_with_figures:
        before = [row for row in table.rows.values() if row.span.start <= stray.span.start]
        if before:
            keys.add(max(before, key=lambda row: row.span.start).key)
    return keys


def is_shifted(row: Row) -> bool:
    """Whether a cell seems to be missing although padding fills the row up.

    The total is blank, and the figure before it is what the other figures add up to.
    """
    if row.cells[-1].state != "blank":
        return False
    figures = [cell.value for cell in row.cells if cell.value]
    totals = [term for identity in row.form.identities if identity.each == "row" for term in identity.equals]
    if not row.complete or row.cells[-1].column not in totals or not row.cells[-2].value:
        return False
    *parts, last = figures
    return bool(parts) and last == sum(parts)


def unread(table: Table, report: Report) -> str:
    """What stands in the table besides its labels, down to the next part of the report; no spaces."""
    start = table.span.start
    following = (section.span.start for section in report.sections if section.span.start > start)
    end = min(following, default=len(report.text))
    pieces, at = [], start
    for label in sorted(table.labels, key=lambda label: label.span):
        pieces.append(report.text[at : max(at, label.span.start)])
        at = max(at, label.span.end)
    pieces.append(report.text[at:end])
    return "|".join("".join(piece.split()) for piece in pieces)


def row_reason(row: Row, keys: list[str], what: str, what_en: str) -> tuple[Message, dict[str, object]]:
    """Why a row (and ``keys`` like it) could not be checked, as message and parameters."""
    params = {
        "table": row.form.name,
        "rows": rows_named(row.form, keys),
        "found": row.found,
        "what": what,
        "what_en": what_en,
    }
    return _ROW_REASONS[row.problem or "short"], params


def rows_undecided(rule: Rule, rows: list[Row], what: str, what_en: str) -> Undecided:
    """That rows with the same defect could not be checked; ``what`` names the check in both languages."""
    message, params = row_reason(rows[0], [row.key for row in rows], what, what_en)
    return rule.undecided(rows[0], message, **params)


def absent_rows(table: Table) -> list[str]:
    """Official rows without a label in the table. The rows of a group filled in as one row are not absent."""
    form = table.form
    absent = [row.key for row in form.rows if row.key not in table.rows]
    if not absent:
        return absent
    as_one = {child for row in groups_as_rows(table) for child in children(form, row.key)}
    return [key for key in absent if key not in as_one]
