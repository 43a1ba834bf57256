"""CN111 title."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report, Title
from gxlint.rules import Edit, Message, Outcome, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021
from gxlint_national.structure.places import first_line
from gxlint_national.structure.years import year_without

_INSERT = Message("写上标题“{new}”", "Write the title “{new}”")
_ONCE = Message("前一个“年度”改为“年”", "Write “年” for the first “年度”")
_SHORTEST_NAME = 2


class ReportTitle(Rule):
    """标题含机关名和唯一的年度:“(机关全称)(年份)年政府信息公开工作年度报告”。

    文首直接是前言或第一部分的,报没有标题;标题里缺机关名、缺年份、出现两个年度的,各报一条。
    “2024年度……年度报告”重复“年度”,很多单位惯用,只作提示。

    Wrong:
        ⟦政府信息公开工作年度报告⟧
    Right:
        望川市商务局2024年政府信息公开工作年度报告
    """

    code, name, severity = "CN111", "title", Severity.WARNING
    fix = "suggested"
    source = FORMAT_2021
    messages = {
        "default": Message("报告没有标题", "The report has no title"),
        "organisation": Message("标题没有写机关名", "The title does not name the body"),
        "year": Message("标题没有写年度", "The title names no year"),
        "both": Message("标题没有写机关名和年度", "The title names neither the body nor the year"),
        "years": Message("标题出现不同年度:{years}", "The title names different years: {years}"),
        "repeated": Message("标题重复写“年度”", "The title says “年度” twice"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at the title, or at the first line where there is none."""
        title = report.title
        if title is None:
            if not _opens_with_title(report):
                yield self._without_title(report)
            return
        named = title.organisation is not None or len(_rest(title.text)) >= _SHORTEST_NAME
        if len(title.years) > 1:
            yield self.at(title, "years", years="、".join(map(str, title.years)))
        if not title.years or not named:
            message = "both" if not (title.years or named) else "year" if named else "organisation"
            yield self._incomplete(title, message, report)
        elif (doubled := _doubled().match(title.text)) is not None:
            yield from self._repeated(title, doubled[1], report)

    def _without_title(self, report: Report) -> Outcome:
        place = first_line(report)
        finding = self.at(place)
        new = _proper_title(report)
        if new is None or report.document.kind != "text":
            return finding
        edit = Edit(Span(place.start, place.start), f"{new}\n")
        return finding.with_fix((edit,), _INSERT, safe=False, new=new)

    def _incomplete(self, title: Title, message: str, report: Report) -> Outcome:
        finding = self.at(title, message)
        new = _proper_title(report)
        return finding if new is None else finding.suggest(new)

    def _repeated(self, title: Title, year: str, report: Report) -> Iterator[Outcome]:
        at = report.document.slice(title.span).find("度", len(year))
        finding = self.at(title, "repeated", severity=Severity.HINT)
        if at >= 0:
            edit = Edit(Span(title.span.start + at, title.span.start + at + 1), "")
            finding = finding.with_fix((edit,), _ONCE, safe=False)
        yield finding


def _opens_with_title(report: Report) -> bool:
    """Whether the first paragraph begins with a title, as where a report lost its line ends."""
    paragraphs = report.preamble or (report.sections[0].paragraphs if report.sections else [])
    return bool(paragraphs) and _title().match("".join(paragraphs[0].text[:90].split())) is not None


def _proper_title(report: Report) -> str | None:
    """The title as it should read, where body and year are known from elsewhere."""
    year = year_without(report, "title") or report.year
    name = report.organisation
    if year is None or name is None or "办公" in name or name[0] in "区县市镇乡省我本":
        return None  # 区财政局 is how the text calls it, not its full name
    return f"{name}{year}年政府信息公开工作年度报告"


def _rest(title: str) -> str:
    """The title without year and without the words every title has."""
    return _usual().sub("", title)


@cache
def _title() -> re.Pattern[str]:
    return re.compile(
        r"(?!根据|按照|依据|依照|现将|现公布|遵照|为|本)[^。,;:《》]{2,40}20\d{2}年?度?"
        r"[^。,;:《》]{0,16}公开[^。,;:《》]{0,10}(?:报告|年报)"
    )


@cache
def _usual() -> re.Pattern[str]:
    return re.compile(
        r"20\d{2}|二[〇零○][〇零一二三四五六七八九]{2}|政府|政务|信息|公开|工作|年度|年报|报告|总结|情况|关于|公布|正文|网站"
        r"|\.(?:docx?|pdf|wps|txt)$|[年度的及和()《》“”\s#*|:_-]"
    )


@cache
def _doubled() -> re.Pattern[str]:
    return re.compile(r"(.*?20\d{2}年)度.*年度(?:工作)?报告")
