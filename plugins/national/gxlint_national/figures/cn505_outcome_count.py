"""CN505 outcome-count."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Outcome, Rule, Severity
from gxlint_national.figures.reporting import DISAGREES, of_subjects, outcomes
from gxlint_national.sources import FORMAT_2021, article

_OUTCOMES = of_subjects(
    "closed",
    "granted",
    "partially_granted",
    "denied",
    "unavailable",
    "not_processed",
    "other_processing",
    "outcomes_total",
)


class OutcomeCount(Rule):
    """正文写的各办理结果件数等于表三对应的行:予以公开、部分公开、不予公开、无法提供、不予处理、其他处理,办结数等于(七)总计。

    “不予公开”等有子行的,与各子行之和核对。办结数只算本年新收中办结的也算对。

    Wrong:
        一、总体情况
        收到政府信息公开申请12件,均已办结,其中予以公开⟦10⟧件、不予公开3件。
        | 一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
        | (一)予以公开 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |
        | 1.属于国家秘密 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
        | (七)总计 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
    Right:
        一、总体情况
        收到政府信息公开申请12件,均已办结,其中予以公开9件、不予公开3件。
        | 一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
        | (一)予以公开 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |
        | 1.属于国家秘密 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
        | (七)总计 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
    """

    code, name, severity = "CN505", "outcome-count", Severity.ERROR
    reach = "figures"
    fix = "suggested"
    source = article(FORMAT_2021, "附件 表三")
    messages = DISAGREES

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Hold the numbers of outcomes against the third part of 表三."""
        yield from outcomes(self, report, _OUTCOMES)
