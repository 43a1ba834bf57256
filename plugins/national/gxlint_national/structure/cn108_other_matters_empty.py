"""CN108 other-matters-empty."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report, Section
from gxlint.rules import Edit, Message, Outcome, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021, REGULATION, article
from gxlint_national.structure.ending import breaks_off
from gxlint_national.structure.outline import is_part
from gxlint_national.structure.words import has_content
from gxlint_national.structure.written import written

_SENTENCE = "本年度没有其他需要报告的事项。"
_LONGEST_SIGNATURE = 60
_CUT = Message("文本在这一部分中断,未检查", "The text breaks off in this part; not checked")
_INSERT = Message("写上“{new}”", "Write “{new}”")


class OtherMattersEmpty(Rule):
    """第六部分不能空着。

    没有需要报告的事项时写明“无”或“没有其他需要报告的事项”即可。标题之下只有落款的,也算空白。

    Wrong:
        ⟦六、其他需要报告的事项⟧
    Right:
        六、其他需要报告的事项
        无其他需要报告的事项,本年度未收取信息处理费。
    """

    code, name, severity = "CN108", "other-matters-empty", Severity.WARNING
    fix = "suggested"
    source = (article(FORMAT_2021, "附件 其他需要报告的事项"), article(REGULATION, "第五十条第一款第五项"))
    wants = Section
    section = "other_matters"
    messages = {
        "default": Message(
            "“{title}”没有内容,没有需要报告的也应写明“无”", "“{title}” is empty; if there is nothing, say so"
        )
    }

    def check(self, node: Section, report: Report) -> Iterator[Outcome]:
        """Report the heading when nothing but the signature follows."""
        if not is_part(node, report) or _holds_table(node, report):
            return
        if has_content(_without_signature(written(node, report), report)):
            return
        if breaks_off(report):
            yield self.undecided(node, _CUT)
            return
        finding = self.at(node, title=node.heading.title)
        if report.document.kind != "text":
            yield finding
            return
        at = node.heading.span.end
        edit = Edit(Span(at, at), f"\n{_SENTENCE}")
        yield finding.with_fix((edit,), _INSERT, safe=False, new=_SENTENCE)


def _without_signature(text: str, report: Report) -> str:
    """The text without the closing lines where these stand on the heading's own line."""
    if len(text) > _LONGEST_SIGNATURE:
        return text
    return _date().sub("", "".join(text.split()).replace(report.organisation or "\n", ""))


@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"20\d{2}年\d{1,2}月\d{1,2}日")


def _holds_table(section: Section, report: Report) -> bool:
    return any(section.body.covers(table.span.start) for table in report.tables.values())
