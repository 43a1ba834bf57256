"""CN606 article-number."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint.source.pattern import Pattern
from gxlint_national.citations.register import cited_law, register
from gxlint_national.citations.scan import Articles, Cited, citations
from gxlint_national.sources import REGULATION, article

_ABOUT_REPORTS = frozenset((49, 50))
# Who reports, and on what: may stand beside the articles on the annual report.
_BESIDE = frozenset((4, 10, 19, 20, 21, 27, 54, 55))

_REPORT = Pattern("报告|年报")
# What follows at once: the report is made. Not: 对未按时编制年度报告的单位, 应当编制.
_MADE = Pattern(
    r"(?:[^。,;未对应]{0,20},?){0,2}?(?:编制|编写|撰写|制作|形成|起草|编发|现将|现就|特此|特向|特将|特编|特制)"
)


class ArticleNumber(Rule):
    """年报依据的条款引用正确。

    年度报告的依据是条例第四十九条(期限)和第五十条(内容);只看说明编制、公布年报依据的句子,别处引其他条文不在此列。
    条例共 56 条,引用更大的条号不论何处都提示。

    Wrong:
        根据《中华人民共和国政府信息公开条例》⟦第四十条⟧规定,编制本年度报告。
    Right:
        根据《中华人民共和国政府信息公开条例》第五十条规定,编制本年度报告。
    """

    code, name, severity = "CN606", "article-number", Severity.HINT
    reach = "paragraph"
    source = article(REGULATION, "第四十九条", "第五十条")
    messages = {
        "default": Message(
            "年度报告的依据是条例第四十九条、第五十条,这里写的是{got}",
            "Annual reports rest on articles 49 and 50 of the regulation, not on {got}",
        ),
        "beyond": Message(
            "条例共 {articles} 条,没有{got}", "The regulation has {articles} articles; there is no {got}"
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at each article of the regulation that is named as the basis of the report."""
        for cited in citations(report):
            own = [articles for articles in cited.articles if _of_regulation(cited, articles)]
            named: dict[int, set[int]] = {}
            for articles in own:
                numbers = {number for number, _, _ in articles.parts}
                named.setdefault(cited.sentence(articles.start)[0], set()).update(numbers)
            for articles in own:
                yield from self._articles(cited, articles, named[cited.sentence(articles.start)[0]])

    def _articles(self, cited: Cited, articles: Articles, named: set[int]) -> Iterator[Outcome]:
        last = register().entry("regulation").articles
        numbers = {number for number, _, _ in articles.parts}
        text = cited.paragraph.text[articles.start : articles.end]
        place = cited.place(articles.start, articles.end)
        if any(not 1 <= number <= last for number in numbers):
            yield self.at(place, "beyond", got=text, articles=last)
        elif not _is_right(numbers, named) and _is_basis(cited, articles):
            yield self.at(place, got=text)


def _is_right(numbers: set[int], named: set[int]) -> bool:
    """Whether articles may be what a report rests on, beside all that its sentence names."""
    return numbers <= _ABOUT_REPORTS or (bool(named & _ABOUT_REPORTS) and numbers <= _ABOUT_REPORTS | _BESIDE)


def _of_regulation(cited: Cited, articles: Articles) -> bool:
    """Whether the articles stand right behind the regulation's name."""
    start, _ = cited.sentence(articles.start)
    title = cited.title_before(articles.start)
    if title is None or title.end <= start:
        before = cited.paragraph.text[start : articles.start]
        at = before.rfind("条例")
        return at >= 0 and _between().fullmatch(before, at + 2) is not None
    entry = cited_law(title.text)
    if entry is None or entry.key != "regulation":
        return False
    return _between().fullmatch(cited.paragraph.text, title.end, articles.start) is not None


def _is_basis(cited: Cited, articles: Articles) -> bool:
    """Whether the sentence says on what ground the report was made."""
    start, end = cited.sentence(articles.start)
    text = cited.paragraph.text
    if not _on_the_ground_of().search(text, start, articles.start):
        return False
    made = _MADE.match(text, articles.end, end) is not None
    if cited.section == "preamble":
        return made or _report_is_made().search(text, articles.end, end) is not None
    return made and _REPORT.search(text, start, end) is not None


@cache
def _between() -> re.Pattern[str]:
    """What may stand between the name and an article: the decree in brackets, other articles."""
    listed = (
        r"第[\d一二三四五六七八九十百零〇、和及至第]{1,24}条"
        r"(?:第?[(\d一二三四五六七八九十)]{1,6}[款项目])*(?:之?规定)?(?:以及|[、,和及与至到])?"
    )
    brackets = r"\([^()]{0,90}(?:\([^()]{0,30}\))?[^()]{0,30}\)"
    return re.compile(
        rf"[”\"]?\)?(?:{brackets}){{0,2}}(?:规定的|要求的|[的中之,])?(?:第.{{1,3}}章)?(?:{listed}){{0,5}}"
    )


@cache
def _on_the_ground_of() -> re.Pattern[str]:
    return re.compile("根据|按照|依据|依照|遵照|遵循|对照|参照|按")


@cache
def _report_is_made() -> re.Pattern[str]:
    made = "编制|编写|编发|编报|撰写|制作|形成|起草|拟制|汇编|汇总|整理|现将|现就|现公布|现发布|现予|现向|特[此向将编制]|公布|发布|公开"
    return re.compile(
        rf"(?:{made})[^。]{{0,80}}(?:报告|年报)|(?:报告|年报)[^。]{{0,24}}(?:编制|撰写|公布|发布|形成|如下)"
        r"|(?:现将|现就|特向)[^。]{0,80}(?:如下|公布|公开|发布)"
    )
