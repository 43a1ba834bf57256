"""CN502 none-received."""

from collections.abc import Iterator

from gxlint.facts import Count
from gxlint.model import Report
from gxlint.rules import Outcome, Rule, Severity
from gxlint_national.figures.reporting import DISAGREES, outcomes
from gxlint_national.sources import FORMAT_2021, article


class NoneReceived(Rule):
    """正文说未收到申请的,表三“一、本年新收”总计为 0。

    只说某一渠道(网络、信函、当面)未收到的不算。正文有件数而表三为 0 的,由 CN501 报告。

    Wrong:
        一、总体情况
        2024年,我局⟦未收到政府信息公开申请⟧。
        | 一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
        | (一)予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
        | (七)总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
    Right:
        一、总体情况
        2024年,我局未收到政府信息公开申请。
        | 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    """

    code, name, severity = "CN502", "none-received", Severity.ERROR
    reach = "figures"
    source = article(FORMAT_2021, "附件 表三")
    messages = DISAGREES

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Hold the statements that nothing came in against the first row of 表三."""
        yield from outcomes(self, report, _speaks_of_it, propose=False)


def _speaks_of_it(count: Count) -> bool:
    return count.subject in ("received", "handled") and count.zero_statement
