"""CN404 direct-litigation."""

from collections.abc import Iterator

from gxlint.model import Cell, Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import RECONSIDERATION_LAW, article
from gxlint_national.tables.naming import figure
from gxlint_national.tables.wording import shown

_FIRST_YEAR = 2024
_UNKNOWN = Message(
    "表三各“不予公开”行不能都读出,未核对", "the rows on denied requests cannot all be read; not checked"
)


class DirectLitigation(Rule):
    """2024 年度起,有不予公开决定而又有未经复议直接起诉的,请核对。

    2024 年 1 月 1 日起,对申请公开而不予公开不服的,应先申请行政复议。部分公开、逾期未答复、提供方式等争议
    仍可直接起诉,所以只是提示:看直接起诉的是不是填错了组。

    Wrong:
        | 1.属于国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
        | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | ⟦1⟧ | 0 | 0 | 0 | 0 | 0 |
    Right:
        | 1.属于国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
        | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |
    """

    code, name, severity = "CN404", "direct-litigation", Severity.INFO
    reach = "nowhere"
    source = article(RECONSIDERATION_LAW, "第二十三条第一款第四项")
    formats = ("2021+",)
    messages = {
        "default": Message(
            "未经复议直接起诉 {count} 件,表三有不予公开 {denied} 件:{year} 年起这类案件应先复议,请核对",
            "{count} lawsuits without reconsideration while {denied} requests were denied: "
            "since {year} these need reconsideration first",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare the direct lawsuits with the denied requests."""
        total = report.cell("table_disputes.litigation_direct.total")
        if total is None or report.year is None or report.year < _FIRST_YEAR:
            yield self.not_applicable()
            return
        if not total.value:
            return
        denied = _denied(report)
        counts = [cell for cell in denied if cell.value]
        if counts:
            yield self.at(
                total,
                related=shown(report.format.table_forms["table_requests"], counts),
                count=figure(total.value),
                denied=figure(sum(cell.value or 0 for cell in counts)),
                year=_FIRST_YEAR,
            )
        elif not denied or any(cell.number is None for cell in denied):
            yield self.undecided(total, _UNKNOWN)


def _denied(report: Report) -> list[Cell]:
    requests = report.table("table_requests")
    if requests is None:
        return []
    keys = (*requests.form.children("denied"), "denied")
    return [cell for key in keys if (cell := requests.cell(key, "total")) is not None]
