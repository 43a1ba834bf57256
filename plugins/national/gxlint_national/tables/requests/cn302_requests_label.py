"""CN302 requests-label."""

from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Message, Outcome, Rule, Severity, Where
from gxlint_national.sources import FORMAT_2019, FORMAT_2021, article
from gxlint_national.tables.condition import is_scattered
from gxlint_national.tables.labels import MESSAGES, wrong_labels
from gxlint_national.tables.unknown_labels import unknown_labels

_CORNER_WORDS = ("勾稽", "第三项加第四项", "第一项加第二项")


class RequestsLabel(Rule):
    """表三的行名、列名和左上角勾稽说明用官方表式的写法。

    常见的有“合计”(总计)、“只记”(只计)、“信访投诉举报类”(信访举报投诉类)。只比较文字:空格、断行、引号、括号不算。
    表头完整而没有勾稽说明的也提示一次;说明被整串替换的由 CN801 报。

    Wrong:
        | ⟦1.信访投诉举报类申请⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    Right:
        | 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    """

    code, name, severity = "CN302", "requests-label", Severity.HINT
    reach = "nowhere"
    fix = "safe"
    source = (article(FORMAT_2021, "附件 表三"), article(FORMAT_2019, "附件 表三"))
    wants = Table
    table = "table_requests"
    messages = {
        **MESSAGES,
        "corner": Message(
            "表头左上角没有勾稽关系说明“{official}”",
            "the note “{official}” is missing in the header's corner",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report the labels whose wording is not the official one, and a missing note."""
        yield from wrong_labels(self, table, report)
        yield from unknown_labels(self, table)
        if table.form.corner and not table.labels_of("corner") and _header_is_whole(table, report):
            first = table.labels[0]
            yield self.at(first, "corner", where=Where(table=table.key), official=table.form.corner[0])


def _header_is_whole(table: Table, report: Report) -> bool:
    """Whether nothing of the header was lost or cut up, so that the note would have been found."""
    columns = {label.key for label in table.labels_of("column") if label.match == "official"}
    if len(columns) < len(table.form.columns) or is_scattered(table) or not table.rows:
        return False
    section = report.section(table.form.section)
    start = section.heading.span.end if section else table.span.start
    end = next(iter(table.rows.values())).label.span.start
    before = "".join(report.text[start:end].split())
    return not any(word in before for word in _CORNER_WORDS)
