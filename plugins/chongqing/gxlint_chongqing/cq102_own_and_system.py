"""CQ102 own-and-system."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity, Source

# 这四个机关除本机关外还汇总本系统;全称和简称。
_BODIES = (
    *("发展和改革委员会", "发展改革委", "司法局", "规划和自然资源局", "规划自然资源局"),
    *("市场监督管理局", "市场监管局"),
)
_SYSTEM = ("系统", "汇总", "各区县", "区县局", "所属", "下属", "派出机构", "直属")


class OwnAndSystem(Rule):
    """市发展改革委、市司法局、市规划自然资源局、市市场监管局的报告说明本机关和本系统的情况。

    通知要求这四个机关分别报本机关情况并汇总本系统。通知下半句没有见到全文,所以只作提示。

    Wrong:
        ⟦# 重庆市司法局2024年政府信息公开工作年度报告⟧

        一、总体情况
        全年主动公开政府信息36条。
    Right:
        # 重庆市司法局2024年政府信息公开工作年度报告

        一、总体情况
        本报告为市司法局机关情况,本系统汇总情况另附。
    """

    code, name, severity = "CQ102", "own-and-system", Severity.HINT
    source = Source(
        "重庆市人民政府办公厅关于做好政府信息公开工作年度报告有关工作的通知",
        "",
        "2019-12",
        "http://ztkycw.com/xinxigongkai/5325.html",
    )
    url = "http://ztkycw.com/xinxigongkai/5325.html"
    messages = {
        "default": Message(
            "{body}除本机关外还要汇总本系统,报告没有说明数据是哪一种口径",
            "{body} also adds up its system; the report does not say which figures these are",
        )
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look for a word on the system in the prose of one of the four bodies."""
        name = report.organisation or ""
        if name not in {f"重庆市{body}" for body in _BODIES}:
            yield self.not_applicable()
            return
        said = "".join(paragraph.text for paragraph in report.prose())
        if report.title is not None and not any(word in said for word in _SYSTEM):
            yield self.at(report.title, body=name)
