"""CN901 traditional-characters."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Edit, Message, Outcome, Related, Rule, Severity
from gxlint.source import Span
from gxlint_national.page.variants import has_any, runs, simplified, strays
from gxlint_national.sources import LANGUAGE_LAW, article
from gxlint_national.structure.places import first_line
from gxlint_national.wording.prose import lines_of

_REPLACE = Message("改为简化字", "Replace with simplified characters")
_ANOTHER = Message("{got}", "{got}")
_SHOWN = 6
_AROUND = 20  # characters, and more, that may tell whether such a one may stand where it does


class TraditionalCharacters(Rule):
    """报告用规范汉字,没有繁体字、异体字和注音残留。

    整页是繁体或带注音残留(区(qū)一类)的,多半是从网站的繁体页面或镜像转来,按简体检查,只提示一次;简体文本中夹着
    个别繁体字、异体字的,合成一条警告。港澳台名称、书法碑匾、人名、整个用繁体写的作品名和栏目名不算。

    Wrong:
        一是做好政府信息公⟦開⟧工作,及时更新栏目。
    Right:
        一是做好政府信息公开工作,及时更新栏目。
    """

    code, name, severity = "CN901", "traditional-characters", Severity.INFO
    fix = "suggested"
    reach = "noticed"
    source = article(LANGUAGE_LAW, "第九条", "第十七条")
    messages = {
        "default": Message(
            "简体文本中夹有繁体字或异体字:{got}", "Traditional characters in a simplified text: {got}"
        ),
        "page": Message(
            "全文为繁体字,已转为简体检查",
            "The whole text is in traditional characters; checked as simplified",
        ),
        "both": Message(
            "全文为繁体字并有 {count} 处注音残留,已转为简体检查",
            "The whole text is in traditional characters, with pinyin left behind in {count} places",
        ),
        "pinyin": Message(
            "汉字后有 {count} 处注音残留,检查时已略去",
            "Pinyin was left behind in {count} places and is ignored",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Say what the whole page is; else point at the characters that are out of place."""
        view = report.document.view
        place = report.title.span if report.title else first_line(report)
        if view.traditional:
            yield self.at(place, "both" if view.pinyin_removed else "page", count=view.pinyin_removed)
            return
        if view.pinyin_removed:
            yield self.at(place, "pinyin", count=view.pinyin_removed)
        if has_any(report.text):
            yield from self._strays(report)

    def notices(self, report: Report) -> bool:
        """What stands around such a character tells whether it may stand there."""
        return has_any(lines_of(report, around=_AROUND))

    def _strays(self, report: Report) -> Iterator[Outcome]:
        furniture = [line.span for line in report.furniture]
        text = report.text
        offsets = [
            offset
            for offset in strays(text)
            if not any(span.start <= offset < span.end for span in furniture)
        ]
        if not offsets:
            return
        table = simplified()
        spans = [Span(*run) for run in runs(offsets)]
        words = {text[span.start : span.end]: None for span in spans}
        shown = [f"{word}({''.join(table[char] for char in word)})" for word in words]
        first, *others = spans
        finding = self.at(
            first,
            severity=Severity.WARNING,
            related=[Related(span, _ANOTHER, {"got": text[span.start : span.end]}) for span in others],
            got="、".join(shown[:_SHOWN]) + (" 等" if len(shown) > _SHOWN else ""),
        )
        edits = (Edit(Span(offset, offset + 1), table[text[offset]]) for offset in offsets)
        yield finding.with_fix(edits, _REPLACE, safe=False)
