"""CN504 carried-forward-count."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Outcome, Rule, Severity
from gxlint_national.figures.reporting import DISAGREES, of_subjects, outcomes
from gxlint_national.sources import FORMAT_2021, article


class CarriedForwardCount(Rule):
    """正文写的结转下年度件数等于表三“四、结转下年度继续办理”总计,上年结转件数等于“二、上年结转”总计。

    “无结转”“尚在办理 1 件”也算。

    Wrong:
        一、总体情况
        收到政府信息公开申请12件,办结11件,结转下年度继续办理⟦2⟧件。
        | 一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
        | (一)予以公开 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |
        | (七)总计 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |
        | 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
    Right:
        一、总体情况
        收到政府信息公开申请12件,办结11件,结转下年度继续办理1件。
        | 一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
        | (一)予以公开 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |
        | (七)总计 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |
        | 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
    """

    code, name, severity = "CN504", "carried-forward-count", Severity.ERROR
    reach = "figures"
    fix = "suggested"
    source = article(FORMAT_2021, "附件 表三")
    messages = DISAGREES

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Hold what is carried over and forward against its rows of 表三."""
        yield from outcomes(self, report, of_subjects("carried_over", "carried_forward"))
