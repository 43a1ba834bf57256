"""GS107 published-decisions."""

from collections.abc import Iterator

from gxlint.facts import Count, facts_of
from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity, Source

_DECISIONS = ("licensing", "penalties", "compulsory_measures")
_FIRST_YEAR = 2025


class PublishedDecisions(Rule):
    """正文写公开的许可、处罚、强制数不多于表二的处理决定数。

    表二的处理决定数包括已经公开的和依法没有公开的全部决定,所以公开的不会比它多。只比确数、本年、本机关的数。

    Wrong:
        # 武威市青岭县水务局2025年政府信息公开工作年度报告

        一、总体情况
        全年公开行政许可决定⟦9⟧条。

        二、主动公开政府信息情况
        | 第二十条第(五)项 |
        | 信息内容 | 本年处理决定数量 |
        | 行政许可 | 6 |
    Right:
        # 武威市青岭县水务局2025年政府信息公开工作年度报告

        一、总体情况
        全年公开行政许可决定4条。

        二、主动公开政府信息情况
        | 第二十条第(五)项 |
        | 信息内容 | 本年处理决定数量 |
        | 行政许可 | 6 |
    """

    code, name, severity = "GS107", "published-decisions", Severity.INFO
    source = Source(
        "武威市人民政府办公室关于做好2025年政府信息公开工作年度报告编制和发布工作的通知",
        "武政办发〔2025〕54号",
        "2025-12-19",
        "https://www.gswuwei.gov.cn/art/2025/12/19/art_76_1558865.html",
    )
    url = "https://www.gswuwei.gov.cn/art/2025/12/19/art_76_1558865.html"
    formats = ("2021+",)
    messages = {
        "default": Message(
            "正文说公开{what} {got} 条,表二的处理决定只有 {count} 件",
            "the text says that {got} decisions were published ({what}), the table has only {count}",
        )
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare every published number with the decisions of its row."""
        if report.year is None or report.year < _FIRST_YEAR:
            yield self.not_applicable()
            return
        for count in facts_of(report).of(*_DECISIONS):
            cell = report.cell(f"table_proactive.{count.subject}.decisions")
            if (
                _is_certain(count)
                and cell is not None
                and cell.value is not None
                and count.value > cell.value
            ):
                label = report.tables["table_proactive"].rows[count.subject].official
                yield self.at(
                    count.number_span, related=[cell], what=label, got=count.value, count=cell.value
                )


def _is_certain(count: Count) -> bool:
    return (
        count.measure == "disclosed"
        and count.scope == "own"
        and count.period == "this_year"
        and not count.bound
    )
