"""HN102, HN201 county-published-late: when the governments of counties publish their reports."""

from collections.abc import Iterator
from typing import ClassVar

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity, Source
from gxlint.source import Span

_MONTH, _DAY = 2, 20
_COUNTIES = ("县人民政府", "区人民政府", "市人民政府")


class _CountyDeadline(Rule):
    """What both have in common; the city's own government has until the end of March by law."""

    city: ClassVar[str]
    last_year: ClassVar[int | None] = None
    messages = {
        "default": Message(
            "公布日期 {date} 晚于县(市、区)人民政府的期限 {deadline}",
            "published on {date}, later than the deadline for county governments, {deadline}",
        )
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare the date of publication, where the page or the signature gives one."""
        dated = report.published or _signed(report)
        if not self._concerns(report) or dated is None or report.year is None:
            yield self.not_applicable()
            return
        date, place = dated
        deadline = (report.year + 1, _MONTH, _DAY)
        if date > deadline:
            yield self.at(place, date=_written(date), deadline=_written(deadline))

    def _concerns(self, report: Report) -> bool:
        name = (report.organisation or "").removeprefix("湖南省")
        in_time = self.last_year is None or report.year == self.last_year
        return in_time and name.endswith(_COUNTIES) and name != f"{self.city}人民政府"


def _signed(report: Report) -> tuple[tuple[int, int, int], Span] | None:
    signature = report.signature
    if signature.date is None or signature.date_span is None:
        return None
    return signature.date, signature.date_span


def _written(date: tuple[int, int, int]) -> str:
    year, month, day = date
    return f"{year} 年 {month} 月 {day} 日"


class HuaihuaCountyDeadline(_CountyDeadline):
    """怀化市 2021 年度:县(市、区)人民政府在次年 2 月 20 日前公布年度报告。

    县级报告要先汇总县直单位和乡镇(街道)的情况,所以期限晚于部门。只查 2021 年度的报告。

    Wrong:
        # 怀化市青岭县人民政府2021年政府信息公开工作年度报告

        六、其他需要报告的事项
        本年度未收取信息处理费,无其他需要报告的事项。

        青岭县人民政府
        ⟦2022年3月1日⟧
    Right:
        # 怀化市青岭县人民政府2021年政府信息公开工作年度报告

        六、其他需要报告的事项
        本年度未收取信息处理费,无其他需要报告的事项。

        青岭县人民政府
        2022年2月18日
    """

    code, name, severity = "HN102", "county-published-late", Severity.INFO
    city = "怀化市"
    last_year = 2021
    source = Source(
        "怀化市政务公开政务服务领导小组办公室关于认真做好2021年政府信息公开工作年度报告编制发布工作的通知",
        "",
        "",
        "http://www.chnzj.gov.cn/chnzj/c133076/202204/c7190af08a8e4fc49bf5450b10396b52.shtml",
    )
    url = "http://www.chnzj.gov.cn/chnzj/c133076/202204/c7190af08a8e4fc49bf5450b10396b52.shtml"


class YueyangCountyDeadline(_CountyDeadline):
    """岳阳市:县(市、区)人民政府在次年 2 月 20 日前公布年度报告。

    法定期限是 3 月 31 日(条例第四十九条),晚于本市期限、早于法定期限的只作提示。

    Wrong:
        # 岳阳市青岭县人民政府2024年政府信息公开工作年度报告

        六、其他需要报告的事项
        本年度未收取信息处理费,无其他需要报告的事项。

        青岭县人民政府
        ⟦2025年3月5日⟧
    Right:
        # 岳阳市青岭县人民政府2024年政府信息公开工作年度报告

        六、其他需要报告的事项
        本年度未收取信息处理费,无其他需要报告的事项。

        青岭县人民政府
        2025年2月6日
    """

    code, name, severity = "HN201", "county-published-late-yueyang", Severity.HINT
    city = "岳阳市"
    source = Source(
        "岳阳市政府信息公开工作年度报告制度",
        "",
        "",
        "https://yueyang.gov.cn/gtj/30240/30242/content_2239943.html",
    )
    url = "https://yueyang.gov.cn/gtj/30240/30242/content_2239943.html"
