"""CN506 disputes-count."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Outcome, Rule, Severity
from gxlint_national.figures.reporting import DISAGREES, of_subjects, outcomes
from gxlint_national.sources import FORMAT_2021, article

_DISPUTES = of_subjects(
    "reconsideration", "litigation", "litigation_direct", "litigation_after_reconsideration", "disputes"
)


class DisputesCount(Rule):
    """正文写的政府信息公开行政复议、行政诉讼件数等于表四:诉讼等于“未经复议直接起诉”与“复议后起诉”之和。

    分结果写的(维持、纠正、尚未审结)与对应的格核对;“未发生行政复议、行政诉讼”也算 0 件。因其他事项发生的复议、诉讼不算。

    Wrong:
        一、总体情况
        因政府信息公开工作被提起行政诉讼⟦0⟧件。
        | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 |
    Right:
        一、总体情况
        因政府信息公开工作被提起行政诉讼2件。
        | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 |
    """

    code, name, severity = "CN506", "disputes-count", Severity.ERROR
    reach = "figures"
    fix = "suggested"
    source = article(FORMAT_2021, "附件 表四")
    messages = DISAGREES

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Hold the numbers of reviews and lawsuits against 表四."""
        yield from outcomes(self, report, _DISPUTES)
