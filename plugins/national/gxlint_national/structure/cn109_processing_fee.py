"""CN109 processing-fee."""

from collections.abc import Iterator

from gxlint.model import Report, Section
from gxlint.rules import Edit, Message, Outcome, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021, PROCESSING_FEE, article
from gxlint_national.structure.ending import breaks_off
from gxlint_national.structure.outline import is_part
from gxlint_national.structure.words import has_content
from gxlint_national.structure.written import written

_CUT = Message("文本在这一部分中断,未检查", "The text breaks off in this part; not checked")
_FEE = ("处理费", "收费", "收取", "费用", "缴费", "免费", "收缴", "费收", "收到费")
_SENTENCE = "本年度未收取政府信息公开信息处理费。"
_ADD = Message("如确未收取,写上“{new}”", "If none was charged, write “{new}”")
_FIRST_YEAR = 2021


class ProcessingFee(Rule):
    """第六部分写明收取信息处理费的情况。

    2021 年格式的空白表在第六部分注明“收取信息处理费情况在此处报告”;没有收取的写明未收取。
    信息处理费自 2021 年起收取,此前年度不查;第六部分空白时由 CN108 报告。

    Wrong:
        ⟦六、其他需要报告的事项⟧
        机构职能和联系方式没有变化,无其他事项。
    Right:
        六、其他需要报告的事项
        本年度未收取政府信息公开信息处理费,无其他事项。
    """

    code, name, severity = "CN109", "processing-fee", Severity.HINT
    fix = "suggested"
    source = (article(FORMAT_2021, "附件 其他需要报告的事项"), article(PROCESSING_FEE, "公开要求"))
    wants = Section
    section = "other_matters"
    messages = {
        "default": Message(
            "“{title}”没有写信息处理费收取情况", "“{title}” does not say whether processing fees were charged"
        )
    }

    def check(self, node: Section, report: Report) -> Iterator[Outcome]:
        """Look for a word on fees in the part's prose."""
        if not is_part(node, report):
            return
        if report.year is not None and report.year < _FIRST_YEAR:
            yield self.not_applicable()
            return
        text = written(node, report)
        if has_content(text) and not any(word in text for word in _FEE):
            if breaks_off(report):
                yield self.undecided(node, _CUT)
            else:
                yield self._finding(node, report)

    def _finding(self, node: Section, report: Report) -> Outcome:
        finding = self.at(node, title=node.heading.title)
        unpaid = report.cell("table_requests.other_processing.fee_unpaid.total")
        if report.document.kind != "text" or not node.paragraphs or (unpaid is not None and unpaid.number):
            return finding  # fees were charged: what to write only the author knows
        end = node.paragraphs[-1].span.end
        edit = Edit(Span(end, end), f"\n{_SENTENCE}")
        return finding.with_fix((edit,), _ADD, safe=False, new=_SENTENCE)
