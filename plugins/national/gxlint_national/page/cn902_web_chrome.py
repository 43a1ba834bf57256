"""CN902 web-chrome."""

from collections.abc import Iterator, Sequence

from gxlint.model import Paragraph, Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint_national.page.whole_lines import deletions
from gxlint_national.sources import WEBSITE_GUIDELINES

_DELETE = Message("删去网页外壳 {count} 行", "Delete {count} lines of the web page")
_SAME = Message("同为网页外壳", "Also part of the page")
_LONGEST = 20
_HEAD = 4000


class WebChrome(Rule):
    """报告首尾没有网页外壳:当前位置、索引号等元数据、发布时间和来源、字体、打印关闭、扫一扫、上一篇下一篇、主办单位。

    从网页复制的文本常带着这些行,它们不是报告的内容;整个网页(.html)本来就有,不查。只看文首 15 行和文末 10 行,首、尾各报
    一条。正文里谈“扫一扫”等功能的句子不算。

    Wrong:
        ⟦当前位置:首页 > 政务公开 > 政府信息公开年报⟧
        # 云泽县财政局2024年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
    Right:
        # 云泽县财政局2024年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
    """

    code, name, severity = "CN902", "web-chrome", Severity.HINT
    fix = "safe"
    source = WEBSITE_GUIDELINES
    messages = {
        "default": Message(
            "“{first}”是网页外壳,不是报告的内容", "“{first}” is part of a web page, not of the report"
        ),
        "several": Message(
            "“{first}”等 {count} 行是网页外壳,不是报告的内容",
            "{count} lines beginning with “{first}” are part of a web page, not of the report",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """One finding for the lines above the report, one for those below it."""
        if _is_page(report):
            yield self.not_applicable()
            return
        begin = report.sections[0].heading.span.start if report.sections else len(report.text)
        for above in (True, False):
            lines = [line for line in report.furniture if (line.span.start < begin) is above]
            if lines:
                yield self._found(lines, report)

    def _found(self, lines: Sequence[Paragraph], report: Report) -> Outcome:
        first, *others = lines
        shown = " ".join(first.text.split())
        finding = self.at(
            first,
            "several" if others else "default",
            related=[Related(line.span, _SAME) for line in others],
            first=shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…",
            count=len(lines),
        )
        edits = deletions(report, (line.span for line in lines))
        return finding.with_fix(edits, _DELETE, safe=True, count=len(lines)) if edits else finding


def _is_page(report: Report) -> bool:
    """Whether the file is the web page itself, where all this is in its place."""
    if report.document.kind != "html":
        return False
    head = report.document.source.text[:_HEAD].lower()
    return any(tag in head for tag in ("<html", "<head", "<body", "<!doctype"))
