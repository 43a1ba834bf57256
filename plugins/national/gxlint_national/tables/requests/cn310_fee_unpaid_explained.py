"""CN310 fee-unpaid-explained."""

from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint.source.pattern import Pattern
from gxlint_national.sources import PROCESSING_FEE, article
from gxlint_national.tables.naming import figure

_ROW, _COLUMN, _SECTION = "other_processing.fee_unpaid", "total", "other_matters"
_NO_SECTION = Message(
    "没有找到第六部分,未核对收费通知", "the part on other matters was not found; fee notices not checked"
)

_GIVEN = Pattern("(?:发出|下达|送达|出具)[^。;]{0,12}通知", "发出", "下达", "送达", "出具")
_NONE = Pattern(
    "(?:未|没有|无)(?:曾)?(?:发出|下达|送达|出具)?[^。,;]{0,10}(?:收费|缴费)通知", "收费通知", "缴费通知"
)
_COUNTED_BEHIND = Pattern(r"通知(?:书|单)?(?:共|共计|总数|件数|数量)?(?:为|是|:)?(\d+)[件份次]", "通知")
_COUNTED_BEFORE = Pattern(r"(\d+)[件份次][^。,;]{0,8}(?:收费|缴费)通知", "收费通知", "缴费通知")


class FeeUnpaidExplained(Rule):
    """表三(六)2 有件数的,第六部分写明收费通知,且通知件数不少于它。

    “逾期未按收费通知要求缴纳费用”以发出过收费通知为前提,信息处理费的收取情况在第六部分报告。第六部分没有提到收费通知,
    或所写的通知件数比表三还少,给警告;提到而没有写件数的不报。

    Wrong:
        | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 3 | 0 | 0 | 0 | 0 | 0 | ⟦3⟧ |
    Right:
        | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    """

    code, name, severity = "CN310", "fee-unpaid-explained", Severity.WARNING
    source = article(PROCESSING_FEE, "公开要求")
    formats = ("2021+",)
    wants = Table
    table = "table_requests"
    messages = {
        "default": Message(
            "逾期未缴费 {count} 件,第六部分没有写发出收费通知的情况",
            "{count} requests closed for unpaid fees, but part six does not speak of fee notices",
        ),
        "fewer": Message(
            "逾期未缴费 {count} 件,多于第六部分所写的收费通知 {notices} 件",
            "{count} requests closed for unpaid fees, more than the {notices} fee notices named in part six",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Hold the count against what the section on other matters says."""
        cell = table.cell(_ROW, _COLUMN)
        if cell is None or not cell.value:
            return
        section = report.section(_SECTION)
        if section is None:
            yield self.undecided(cell, _NO_SECTION)
            return
        text = "".join(section.text.split())
        if not ("收费通知" in text or "缴费通知" in text or _GIVEN.search(text)):
            yield self.at(cell, count=figure(cell.value), related=())
        elif (notices := _notices(text)) is not None and notices < cell.value:
            yield self.at(cell, "fewer", count=figure(cell.value), notices=notices)


def _notices(text: str) -> int | None:
    """How many notices the text speaks of; none when it gives no number."""
    if _NONE.search(text):
        return 0
    found = _COUNTED_BEHIND.search(text) or _COUNTED_BEFORE.search(text)
    return int(found[1]) if found else None
