"""CN309 other-processing-rows."""

from collections.abc import Iterator
from typing import Any

from gxlint.model import Report, Row, Table
from gxlint.rules import Edit, Finding, Message, Outcome, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.condition import groups_as_rows
from gxlint_national.tables.naming import numbered

_FIX = Message("把“{row}”分成 {count} 行,各填 0", "Split “{row}” into {count} rows of zeros")


class OtherProcessingRows(Rule):
    """(六)其他处理分三个子行填写:逾期不补正、逾期未缴费、其他。

    2021 年格式把 2019 年试行格式里的一行拆成三行。只填一行的多半是沿用了旧表,数字仍按一行参与合计。

    Wrong:
        | ⟦(六)其他处理⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    Right:
        | (六)其他处理 | 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    """

    code, name, severity = "CN309", "other-processing-rows", Severity.WARNING
    reach = "nowhere"
    fix = "suggested"
    source = article(FORMAT_2021, "附件 表三")
    formats = ("2021+",)
    wants = Table
    table = "table_requests"
    messages = {
        "default": Message(
            "“{row}”只填了一行,应分 {count} 个子行填写",
            "“{row}” was filled in as one row instead of {count}",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report the group if it was filled in as one row."""
        for row in groups_as_rows(table):
            if row.key == "other_processing":
                yield self._finding(row, table, report)

    def _finding(self, row: Row, table: Table, report: Report) -> Finding:
        children = table.form.children(row.key)
        params: dict[str, Any] = {"row": numbered(table.form, row.key), "count": len(children)}
        found = self.at(row, **params)
        edits = _split(row, table, report) if report.document.kind == "text" else ()
        return found.with_fix(edits, _FIX, safe=False, **params) if edits else found


def _split(row: Row, table: Table, report: Report) -> tuple[Edit, ...]:
    """Edits that give every child a row of zeros, written the way this row and the next one are written.

    Only for a complete row of zeros: nobody but the writer knows which child a count belongs to.
    """
    following = next((other for other in table.rows.values() if other.span.start >= row.span.end), None)
    if not row.complete or following is None or any(cell.value != 0 for cell in row.cells):
        return ()
    text = report.text
    label_end, last = row.label.span.end, row.cells[-1].span.end
    figures = text[label_end:last]
    gap = text[label_end : row.cells[0].span.start]
    to_next = text[last : following.label.span.start]
    first, *others = (table.form.label_of(child) for child in table.form.children(row.key))
    further = "".join(f"{to_next}{label}{figures}" for label in others)
    return _first(label_end, gap, first), Edit(Span(last, last), further)


def _first(label_end: int, gap: str, label: str) -> Edit:
    """The first child beside the group: in the blank label cell that is there, else in a new one."""
    bar = gap.find("|") + 1
    if gap.count("|") > 1:
        return Edit(Span(label_end + bar, label_end + bar), f" {label}")
    return Edit(Span(label_end, label_end), f"{gap}{label}")
