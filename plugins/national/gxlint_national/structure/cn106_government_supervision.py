"""CN106 government-supervision."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, REGULATION, article
from gxlint_national.structure.ending import breaks_off
from gxlint_national.structure.outline import outline

_CUT = Message("文本在总体情况部分中断,未检查", "The text breaks off in the overview; not checked")
_OFFICES = ("办公室", "办公厅", "政府办")
_STREETS = ("街道", "街道办", "办事处")
_RESULTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("工作考核", ("考核", "考评", "绩效")),
    ("社会评议", ("评议", "社会评价", "满意度", "测评", "评估")),
    ("责任追究", ("追究", "追责", "问责")),
)


class GovernmentSupervision(Rule):
    """各级人民政府的报告写明工作考核、社会评议和责任追究结果情况。

    《条例》第五十条第一款第四项要求各级人民政府的年度报告还应当包括这三项,统一格式放在“监督保障”里。
    全文找不到有关字样时提示;部门的报告不查,政府办公厅(室)、街道办事处只报告本机关情况的也不查。

    Wrong:
        # 望川市人民政府2024年政府信息公开工作年度报告
        ⟦一、总体情况⟧
        (五)监督保障。将政务公开纳入年度考核,未发生责任追究情形。
        二、主动公开政府信息情况
    Right:
        # 望川市人民政府2024年政府信息公开工作年度报告
        一、总体情况
        (五)监督保障。将政务公开纳入年度考核,开展社会评议,未发生责任追究情形。
        二、主动公开政府信息情况
    """

    code, name, severity = "CN106", "government-supervision", Severity.INFO
    source = (article(REGULATION, "第五十条第一款第四项"), article(FORMAT_2021, "附件 总体情况"))
    messages = {
        "default": Message(
            "人民政府的报告还应写明工作考核、社会评议和责任追究结果,未找到{names}",
            "A government's report states appraisal, public review and accountability; not found: {names}",
        )
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look for the three results anywhere in the prose."""
        overview = next((part for part in outline(report).parts.values() if part.form.aspects), None)
        if overview is None or not _is_a_governments(report):
            yield self.not_applicable()
            return
        if overview is report.sections[-1] and breaks_off(report):
            yield self.undecided(overview, _CUT)
            return
        text = "\n".join(paragraph.text for paragraph in report.prose())
        missing = [name for name, words in _RESULTS if not any(word in text for word in words)]
        if missing:
            yield self.at(overview, names="、".join(missing))


def _is_a_governments(report: Report) -> bool:
    """Whether a government reports, for itself or through its office for all that it is over."""
    name = report.organisation or ""
    if report.body_type not in ("government", "township") or name.endswith(_STREETS):
        return False
    return report.scope == "aggregate" or not name.endswith(_OFFICES)
