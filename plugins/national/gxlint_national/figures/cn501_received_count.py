"""CN501 received-count."""

from collections.abc import Iterator

from gxlint.facts import Count
from gxlint.model import Report
from gxlint.rules import Outcome, Rule, Severity
from gxlint_national.figures.reporting import DISAGREES, outcomes
from gxlint_national.sources import FORMAT_2021, article


class ReceivedCount(Rule):
    """正文写的收到申请数等于表三“一、本年新收”总计,或加上“二、上年结转”。

    含不含上年结转,正文不一定写明,两个数都算对。只核对本机关、本年度、政府信息公开申请的确数:累计数、上年数、某一渠道收到的数、全县或下属单位的数不比;
    带“余、近”的只看大小。表三该行各列之和与总计不等、而正文的数等于各列之和的,由表内规则报告;该行相加无误、正文的数正好使勾稽成立的,只作信息提示。

    Wrong:
        一、总体情况
        2024年,我局共收到政府信息公开申请⟦15⟧件。
        | 一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
        | (一)予以公开 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
        | (七)总计 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
    Right:
        一、总体情况
        2024年,我局共收到政府信息公开申请12件。
        | 一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
        | (一)予以公开 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
        | (七)总计 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
    """

    code, name, severity = "CN501", "received-count", Severity.ERROR
    reach = "figures"
    fix = "suggested"
    source = article(FORMAT_2021, "附件 表三")
    messages = DISAGREES

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Hold every number of requests received or handled against the first two rows of 表三."""
        yield from outcomes(self, report, _speaks_of_it)


def _speaks_of_it(count: Count) -> bool:
    return count.subject in ("received", "handled") and not count.zero_statement
