"""CN114 deadline."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import REGULATION, article
from gxlint_national.structure.years import is_certain

# Month and day by which a report is out, in the year after the fiscal year.
_DEADLINES = {"department": "01-31", "government": "03-31"}
_YEAR = Message("报告年度不明,未判断是否逾期", "The fiscal year is not certain; lateness was not judged")
_OTHER_YEAR = Message(
    "日期在 {got} 年,可能是网页迁移后的日期,未判断是否逾期",
    "The date is in {got}, perhaps that of a moved page; whether the report was late was not judged",
)
# No departments of a local government: bodies under a ministry, development zones, companies, institutions.
_OTHERS = (
    *("税务", "海关", "海事", "气象", "邮政管理", "烟草", "调查队", "监管分局", "外汇", "银行"),
    *("管委会", "管理委员会", "公司", "学校", "大学", "学院", "医院", "中心"),
)


class Deadline(Rule):
    """部门报告在次年 1 月 31 日前、本级政府报告在 3 月 31 日前公布。

    《条例》第四十九条:县级以上人民政府部门每年 1 月 31 日前,主管部门公布本级政府报告为 3 月 31 日前。
    发布日期和落款日期有一个未逾期就不报;乡镇、街道没有法定日期,不查;机关类型或日期不明的不判断。
    参数 department、government:部门和本级政府的期限,写作“月-日”。

    Wrong:
        # 望川市商务局2024年政府信息公开工作年度报告
        发布日期:⟦2025-02-18⟧
        一、总体情况
        二、主动公开政府信息情况
    Right:
        # 望川市商务局2024年政府信息公开工作年度报告
        发布日期:2025-01-18
        一、总体情况
        二、主动公开政府信息情况
    """

    code, name, severity = "CN114", "deadline", Severity.WARNING
    reach = "nowhere"
    source = article(REGULATION, "第四十九条")
    parameters = _DEADLINES
    messages = {
        "default": Message(
            "{date} 晚于法定期限 {deadline}", "{date} is later than the statutory deadline of {deadline}"
        ),
        "set": Message("{date} 晚于规定期限 {deadline}", "{date} is later than the deadline of {deadline}"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare the earlier of publication and signature with the deadline."""
        kind = report.body_type or ""
        dated = _earliest(report)
        if kind not in _DEADLINES or dated is None or report.year is None or _is_other(report.organisation):
            yield self.not_applicable()
            return
        if not is_certain(report, report.year, "signature", "published"):
            yield self.undecided(dated[1], _YEAR)
            return
        day, place = dated
        if day[0] > report.year + 1:
            yield self.undecided(place, _OTHER_YEAR, got=day[0])
            return
        month, date = map(int, self.parameter(kind).split("-"))
        deadline = (report.year + 1, month, date)
        if day > deadline:
            message = "default" if self.parameter(kind) == _DEADLINES[kind] else "set"
            yield self.at(place, message, date=_iso(day), deadline=_iso(deadline))


def _earliest(report: Report) -> tuple[tuple[int, int, int], Span] | None:
    dates = [report.published] if report.published else []
    if report.signature.date and report.signature.date_span:
        dates.append((report.signature.date, report.signature.date_span))
    return min(dates, default=None)


def _is_other(organisation: str | None) -> bool:
    return organisation is not None and any(word in organisation for word in _OTHERS)


def _iso(day: tuple[int, int, int]) -> str:
    return f"{day[0]}-{day[1]:02}-{day[2]:02}"
