"""CN607 decree-number."""

import re
from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint.source.pattern import Pattern
from gxlint_national.citations.register import cited_law, register
from gxlint_national.citations.scan import Cited, Decree, Title, citations
from gxlint_national.sources import REGULATION

_HISTORY = Pattern(r"修订|修改|修正|废止|取代|替代|代替|原《|旧《|原条例|旧条例|同时|历次|沿革|变迁")
# 新修订的《条例》 names the regulation, it does not tell how it came about.
_REVISED_ONE = Pattern(r"(?:新|最新|重新|经|已)?(?:修订|修改|修正)(?:后|版|过)?的?(?=《|条例|[)）、,])")
_NEAR = 40
_PROMULGATED = Pattern(r"公布|颁布|发布|施行|实施|出台")
_BASIS = Pattern(r"根据|按照|依据|依照|遵照")
_BETWEEN = Pattern(
    r"(?:\([^()\d]{0,12}\))?[(,]?(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:修订|公布|施行)?[,、]?)?(?:即|以)?(?:中华人民共和国)?"
)
_UP_TO_TITLE = Pattern(r"(?:中)?(?:公布|颁布|发布|修订|颁发)?(?:后)?(?:的)?(?:新修订的?)?\(?")
_UNMARKED = Pattern(
    r"\((?:中华人民共和国)?(?:国务院)?(?:第|令第|令)?(\d{3})号(?:令)?(?:[),]|修订|公布)", "号"
)
_DATE = Pattern(
    r"(?<!\d)(?P<date>2019年(?P<month>\d{1,2})月(?P<day>\d{1,2})日)[^,。;()《》]{0,12}?"
    r"(?P<what>修[订正改]|施行|实施|生效)(?P<then>.{0,4})"
)
# The revision was signed on the first day and came into force on the second.
_REVISED, _IN_FORCE = (4, 3), (5, 15)


class DecreeNumber(Rule):
    """条例的国务院令号与现行一致。

    现行条例是国务院令第711号(2019 年修订);第492号是 2007 年公布的旧条例,2019 年度起不能作现行依据。叙述沿革
    (……公布,……修订)、与第711号并列的不在此列。

    Wrong:
        根据《中华人民共和国政府信息公开条例》(国务院令第⟦492⟧号)编制本报告。
    Right:
        根据《中华人民共和国政府信息公开条例》(国务院令第711号)编制本报告。
    """

    code, name, severity = "CN607", "decree-number", Severity.WARNING
    reach = "paragraph"
    fix = "suggested"
    source = REGULATION
    messages = {
        "default": Message(
            "第{got}号是修订前的条例,现行条例是国务院令第{expected}号",
            "Decree {got} is the regulation before its revision; the one in force is decree {expected}",
        ),
        "wrong": Message(
            "令号有误,现行条例是国务院令第{expected}号,这里写的是第{got}号",
            "Wrong decree number {got}; the regulation in force is decree {expected}",
        ),
        "date": Message(
            "条例 2019 年 4 月 3 日修订、5 月 15 日施行,请核对日期",
            "The regulation was revised on 3 April 2019, in force from 15 May; check the date",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at decrees that the text connects with the regulation, then at the dates of its revision."""
        for cited in citations(report):
            for decree in (*cited.decrees, *_without_office(cited)):
                yield from self._decree(cited, decree)
            if "2019年" in cited.paragraph.text:
                yield from self._dates(cited)

    def _decree(self, cited: Cited, decree: Decree) -> Iterator[Outcome]:
        entry = register().entry("regulation")
        if decree.number == entry.decree:
            return
        start, end = cited.sentence(decree.start)
        sentence = cited.paragraph.text[start:end]
        near = cited.paragraph.text[max(start, decree.start - _NEAR) : min(end, decree.end + _NEAR)]
        former = [f"国务院令第{decree.number}号"] == list(entry.former_numbers)
        if former:
            if not (decree.named or _beside_regulation(cited, decree)):
                return
            if _names(cited, entry.decree, start, end) or _HISTORY.search(_REVISED_ONE.sub("", near)):
                return
            told = _PROMULGATED.search(sentence) and not _BASIS.search(sentence)
            severity = Severity.INFO if told else Severity.WARNING
        elif _beside_regulation(cited, decree):
            severity = Severity.WARNING
        else:
            return
        finding = self.at(
            cited.place(*decree.digits),
            "default" if former else "wrong",
            severity=severity,
            got=decree.number,
            expected=entry.decree,
        )
        yield finding.suggest(entry.decree)

    def _dates(self, cited: Cited) -> Iterator[Outcome]:
        for match in _DATE.finditer(cited.paragraph.text):
            start, end = cited.sentence(match.start())
            title = cited.title_before(match.start()) or cited.title_after(match.end())
            about = title is not None and start <= title.start < end and _is_regulation(title)
            if about and (int(match["month"]), int(match["day"])) not in _dates_of(match):
                yield self.at(cited.place(*match.span("date")), "date", severity=Severity.INFO)


def _dates_of(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """The dates that may stand with what is said to have happened; 修订施行 may be either."""
    if not match["what"].startswith("修"):
        return (_IN_FORCE,)
    return (_REVISED, _IN_FORCE) if re.search("施行|实施|生效", match["then"]) else (_REVISED,)


def _is_regulation(title: Title) -> bool:
    entry = cited_law(title.text)
    return entry is not None and entry.key == "regulation"


def _beside_regulation(cited: Cited, decree: Decree) -> bool:
    """Whether the decree stands right behind the regulation's title or right before it."""
    text = cited.paragraph.text
    before, after = cited.title_before(decree.start), cited.title_after(decree.end)
    if before is not None and _is_regulation(before) and _BETWEEN.fullmatch(text, before.end, decree.start):
        return True
    if after is None or not decree.named or not _is_regulation(after):
        return False
    return _UP_TO_TITLE.fullmatch(text, decree.end, after.start) is not None


def _names(cited: Cited, number: int | None, start: int, end: int) -> bool:
    """Whether a decree's number stands in a stretch, in whatever words."""
    return re.search(rf"(?<!\d){number}(?!\d)", cited.paragraph.text[start:end]) is not None


def _without_office(cited: Cited) -> Iterator[Decree]:
    """A decree in brackets behind the regulation's title without its office: (第492号), (令第492号)."""
    known = {decree.digits[0] for decree in cited.decrees}
    for title in cited.titles:
        if not _is_regulation(title):
            continue
        match = _UNMARKED.match(cited.paragraph.text, title.end)
        if match is not None and match.start(1) not in known:
            yield Decree(match.start(), match.end(), int(match[1]), match.span(1), False)
