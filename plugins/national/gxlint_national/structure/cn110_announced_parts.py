"""CN110 announced-parts."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Paragraph, Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint.source.pattern import Pattern
from gxlint_national.sources import FORMAT_2021, REGULATION, article
from gxlint_national.structure.numerals import number_of
from gxlint_national.structure.outline import outline

# How each part is called in a list of parts; the official names are long and shortened in many ways.
_NAMES: dict[str, tuple[str, ...]] = {
    "overview": ("总体", "概述", "概况", "基本情况"),
    "proactive_disclosure": ("主动公开",),
    "requests": ("申请",),
    "disputes": ("复议", "诉讼"),
    "problems": ("问题", "不足"),
    "other_matters": ("其他", "其它"),
}
_FEWEST_NAMED = 3
# 正文和附表两部分 is another way to divide a report: so small a number counts only beside a full list.
_FEWEST_SAID, _FULL_LIST = 4, 5
_COMPOSED = (
    "组成",
    "构成",
    "包括",
    "包含",
    "分为",
    "分别",
    "全文",
    "内容",
    "共分",
    "共有",
    "主要有",
    "涵盖",
    ":",
)
_NUMBER = Pattern(
    r"(?<![第\d一二三四五六七八九十])(?P<number>[一二三四五六七八九十两]|1?\d)(?:个|大|项)?(?:方面)?(?:部分|方面|内容|章节|章|项)"
)
_PARTS = Message("报告实有{count}个部分", "The report has {count} parts")


class AnnouncedParts(Rule):
    """前言所说的部分数,与所列名称和实有部分一致。

    只看说明报告构成的句子(“由……组成”“全文包括……”)。所说的数与格式规定的六部分、与实有的一级标题数都不同,或者与同一句
    列出的名称个数不同,报一条;列举以“等”收尾的,少列名称只作提示。

    Wrong:
        本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况⟦五个部分⟧组成。
    Right:
        本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。
    """

    code, name, severity = "CN110", "announced-parts", Severity.WARNING
    reach = "noticed"
    source = (article(FORMAT_2021, "附件 一级标题"), article(REGULATION, "第五十条"))
    messages = {
        "default": Message(
            "前言说{said},报告应有、实有{count}个部分", "The preamble says {said}; there are {count} parts"
        ),
        "names": Message(
            "前言说{said},只列出{named}个名称,没有列{missing}",
            "The preamble says {said} but names {named}; not {missing}",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare number, names and headings in the first sentence on what the report consists of."""
        for paragraph in _where_it_is_said(report):
            for sentence in _sentence().finditer(paragraph.text):
                named = _named(sentence[0], report)
                divides = len(named) >= _FEWEST_NAMED and any(word in sentence[0] for word in _COMPOSED)
                if divides and (said := _NUMBER.search(sentence[0])) is not None:
                    yield from self._compare(paragraph, sentence, said, named, report)
                    return
                if (bare := _COUNT_ALONE.search(sentence[0])) is not None:
                    yield from self._count(paragraph, sentence, bare, report)
                    return

    def notices(self, report: Report) -> object:
        """A sentence counts that tells how many there are."""
        sentences = (match[0] for match in _sentence().finditer(next(report.prose()).text))
        return [
            sentence for sentence in sentences if _NUMBER.search(sentence) or _COUNT_ALONE.search(sentence)
        ]

    def _count(
        self, paragraph: Paragraph, sentence: re.Match[str], said: re.Match[str], report: Report
    ) -> Iterator[Outcome]:
        """A number of parts without their names."""
        number, count = number_of(said["number"]), len(report.format.sections)
        if number is not None and number >= _FEWEST_SAID and number not in (count, len(outline(report).tops)):
            place = paragraph.place(sentence.start() + said.start("number"), sentence.start() + said.end())
            yield self.at(place, said=said["said"], count=count)

    def _compare(
        self,
        paragraph: Paragraph,
        sentence: re.Match[str],
        said: re.Match[str],
        named: list[str],
        report: Report,
    ) -> Iterator[Outcome]:
        number = number_of(said["number"])
        if number is None or (number < _FEWEST_SAID and len(named) < _FULL_LIST):
            return
        forms = report.format.sections
        place = paragraph.place(sentence.start() + said.start("number"), sentence.start() + said.end())
        tops = outline(report).tops
        if number not in (len(forms), len(tops)):
            related = [Related(tops[0].heading.span, _PARTS, {"count": len(tops)})] if tops else []
            yield self.at(place, related=related, said=said[0], count=len(forms))
        elif number == len(forms) and len(named) < len(forms) and _items(sentence[0]) < len(forms):
            missing = "、".join(f"“{form.heading}”" for form in forms if form.key not in named)
            softened = "等" in sentence[0][: said.start()][-4:]
            severity = Severity.INFO if softened else self.severity
            yield self.at(place, "names", severity=severity, said=said[0], named=len(named), missing=missing)


def _where_it_is_said(report: Report) -> Iterator[Paragraph]:
    yield from report.preamble
    if report.sections:
        yield from report.sections[0].paragraphs[:3]


def _named(sentence: str, report: Report) -> list[str]:
    """Keys of the parts a sentence names. 被申请行政复议 names the fourth, not the third."""
    text = sentence.replace("被申请", "").replace("提起申请", "")
    return [
        form.key for form in report.format.sections if any(name in text for name in _NAMES.get(form.key, ()))
    ]


def _items(sentence: str) -> int:
    """How many items the list has, by its separators: names that are not recognised count too."""
    starts = [at for names in _NAMES.values() for name in names if (at := sentence.find(name)) >= 0]
    return len(_separator().split(sentence[min(starts) :]))


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(r"(?<!复议)[、,;]|(?<=情况)(?:以及|[和及与])|(?<=措施)(?:以及|[和及与])")


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[^。!?\n]+")


_COUNT_ALONE = Pattern(
    r"(?:报告|年报|全文|内容)[^。,;、]{0,8}(?:由|共|分|包括|包含|含)[^。,;、]{0,4}?"
    r"(?P<said>(?P<number>[一二三四五六七八九十]|1?\d)(?:个|大)?(?:部分|章节))(?:组成|构成|内容)?(?=[。,;]|$)",
    "部分",
    "章节",
)
