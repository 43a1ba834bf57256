"""How messages call the figures of the tables and the things that the prose counts."""

from gxlint.facts import Count
from gxlint.formats import Format, TableForm
from gxlint.model import Cell
from gxlint_national.figures.ledger import Figure
from gxlint_national.tables.naming import figure, named, numbered

_TOTAL = "总计"
_MOST, _FEW = 5, 2
_SUBJECTS = {
    "received": "收到申请",
    "handled": "办理申请",
    "closed": "办结",
    "carried_over": "上年结转",
    "carried_forward": "结转下年度",
    "outcomes_total": "办理结果总计",
    "reconsideration": "行政复议",
    "litigation": "行政诉讼",
    "disputes": "行政复议和行政诉讼",
    "normative_documents": "规范性文件",
}
_MEASURES = {"issued": "制发", "repealed": "废止", "in_force": "现行有效", "disclosed": "公开"}


def source_of(known: Figure, form: TableForm) -> tuple[str, str]:
    """Where a figure comes from, in both languages: ``表三“本年新收”总计``."""
    if known.group:
        name = named(form, known.group)
        return f"{form.name}“{name}”各行总计之和", f"{form.name}, the rows of “{name}” together"
    if len(known.terms) == 1:
        return _cell_name(form, known.terms[0].cell)
    names = "与".join(f"“{row_name(form, term.cell)}”" for term in known.terms)
    return f"{form.name}{names}总计之和", f"{form.name}, {names} together"


def detail_of(known: Figure, form: TableForm) -> str:
    """The operands of a sum in brackets; empty where there is nothing to add."""
    terms = [
        f"{row_name(form, term.cell)} {figure(term.number)}"
        for term in known.terms
        if term.number or not known.group
    ]
    if len(terms) < _FEW:
        return ""
    more = f" + 另 {len(terms) - _MOST} 项" if len(terms) > _MOST else ""
    return f"({' + '.join(terms[:_MOST])}{more})"


def called(count: Count, form: Format) -> str:
    """What a count counts, as messages name it."""
    subject, _, result = count.subject.partition(".")
    disputes = form.table_forms["table_disputes"]
    if subject in disputes.row_forms or subject in ("litigation", "disputes"):
        name = _SUBJECTS.get(subject) or named(disputes, subject)
        return f"{name}“{named(disputes, result)}”" if result else name
    measure = _MEASURES.get(count.measure, "")
    if count.subject in _SUBJECTS:
        return measure + _SUBJECTS[count.subject]
    for table in form.tables:
        if count.subject in table.row_forms or count.subject in table.group_forms:
            return measure + named(table, count.subject)
    return count.label or count.subject


def _cell_name(form: TableForm, cell: Cell) -> tuple[str, str]:
    row, column = row_name(form, cell), named(form, cell.column)
    if column == _TOTAL:
        return f"{form.name}“{row}”总计", f"{form.name}, {row}, total"
    if len(form.columns_of(cell.row)) == 1:
        return f"{form.name}“{row}”", f"{form.name}, {row}"
    return f"{form.name}“{row}·{column}”", f"{form.name}, {row}, {column}"


def row_name(form: TableForm, cell: Cell) -> str:
    """The row of a cell as messages name it; a total keeps its number, so that it is told from the column."""
    name = named(form, cell.row)
    return numbered(form, cell.row) if name == _TOTAL else name  # (七)总计
