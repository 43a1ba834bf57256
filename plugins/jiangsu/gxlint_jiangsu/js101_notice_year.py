"""JS101 notice-year."""

import re
from collections.abc import Iterator

from gxlint.facts import facts_of
from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity, Source

_NOTICE = re.compile(r"(20\d\d)年(?:度)?政府信息公开工作年度报告.{0,8}(?:编制|发布).{0,8}通知")


class NoticeYear(Rule):
    """引用省政府办公厅的年度报告编制通知时,通知里的年份等于报告年度。

    通知每年印发一份,照搬上一年前言时容易忘记改。通知原文没有见到,所以只作信息,默认不启用。

    Wrong:
        一、总体情况
        本报告按照《关于切实做好⟦2020⟧年政府信息公开工作年度报告编制发布工作的通知》编制。
    Right:
        一、总体情况
        本报告按照《中华人民共和国政府信息公开条例》编制。
    """

    code, name, severity = "JS101", "notice-year", Severity.INFO
    default_on = False
    source = Source(
        "江苏省政府办公厅政务公开办公室关于切实做好2023年政府信息公开工作年度报告编制发布工作的通知",
        "",
        "",
        "https://mzt.jiangsu.gov.cn/col/col90135/index.html",
    )
    url = "https://mzt.jiangsu.gov.cn/col/col90135/index.html"
    messages = {
        "default": Message(
            "通知是 {got} 年的,本报告是 {year} 年度的", "the notice is of {got}, this report of {year}"
        )
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at every cited title that names such a notice."""
        for citation in facts_of(report).citations:
            match = _NOTICE.search(citation.title)
            if match is not None and report.year is not None and int(match[1]) != report.year:
                start = citation.title_start + match.start(1)
                yield self.at(citation.place(start, start + len(match[1])), got=match[1], year=report.year)
