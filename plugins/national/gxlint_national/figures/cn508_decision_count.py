"""CN508 decision-count."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Outcome, Rule, Severity
from gxlint_national.figures.reporting import DISAGREES, of_subjects, outcomes
from gxlint_national.sources import FORMAT_2021, article


class DecisionCount(Rule):
    """正文写的行政许可、行政处罚、行政强制件数与表二处理决定数量不同的,请核对。

    公示的件数可以少于作出的决定(依法不公开的、双公示口径),所以只作提示。

    Wrong:
        一、总体情况
        公示行政许可信息⟦105⟧条。
        | 行政许可 | 122 |
    Right:
        一、总体情况
        公示行政许可信息122条。
        | 行政许可 | 122 |
    """

    code, name, severity = "CN508", "decision-count", Severity.INFO
    reach = "figures"
    source = article(FORMAT_2021, "附件 表二")
    messages = DISAGREES

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Hold the numbers of decisions against 表二."""
        yield from outcomes(
            self, report, of_subjects("licensing", "penalties", "compulsory_measures"), propose=False
        )
