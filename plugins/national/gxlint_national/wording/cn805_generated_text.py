"""CN805 generated-text."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import REGULATION, article
from gxlint_national.wording.generated import markdown_in, phrases_in
from gxlint_national.wording.prose import prose

_ALSO = Message("这里也有“{got}”", "“{got}” here as well")
_SHOWN = 10


class GeneratedText(Rule):
    """没有写作助手留下的痕迹:“以下是一份……示例”“你可以根据实际情况修改”“希望对您有帮助”和 Markdown 符号。

    以 Markdown 写成的报告(.md 文件,标题或表格用 Markdown 的)里,**粗体**、### 等符号是正常的,不报;纯文本、网页和 Word
    里的残留合并成一条。介绍人工智能应用、回答群众提问的语句不算。

    Wrong:
        ⟦以下是一份县财政局政府信息公开工作年度报告示例⟧,供参考。
    Right:
        根据《中华人民共和国政府信息公开条例》规定,现公布本机关2024年政府信息公开工作年度报告。
    """

    code, name, severity = "CN805", "generated-text", Severity.ERROR
    reach = "paragraph"
    source = (article(REGULATION, "第四十七条", "第五十条"),)
    messages = {
        "default": Message("生成文字的痕迹:“{got}”", "Left over from a writing assistant: “{got}”"),
        "markdown": Message(
            "正文里有 Markdown 符号,共 {count} 处:“{got}”",
            "Marks of Markdown in the text, {count} places: “{got}”",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Report every phrase, and all marks of Markdown as one."""
        text = prose(report)
        for trace in phrases_in(text.words):
            place = text.place(trace.start, trace.end)
            yield self.at(place, where=text.where(trace.start), got=trace.text)
        marks = markdown_in(report.document)
        if marks:
            first, *more = marks
            related = [
                Related(Span(mark.start, mark.end), _ALSO, {"got": mark.text}) for mark in more[:_SHOWN]
            ]
            place = Span(first.start, first.end)
            yield self.at(place, "markdown", related=related, got=first.text, count=len(marks))
