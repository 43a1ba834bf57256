"""CN802 broken-date."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.rules import Edit, Finding, Message, Outcome, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.wording.dates import written_dates
from gxlint_national.wording.noise import lost_characters, may_be_lost
from gxlint_national.wording.prose import Prose, lines_of, prose

_CLOSE_UP = Message("删去日期中的空格", "Close up the date")
_OPENS_CLAUSE = tuple("\n。;,:)")
_BEFORE_YEAR = (
    *("截至", "截止", "现将", *(f"我{body}" for body in "局县市区镇乡街委办")),
    *_OPENS_CLAUSE,
    *(f"{mark}{word}" for mark in _OPENS_CLAUSE for word in "在于自从"),
)
_LAST_LINES = 3
_ALL_SPACED = 5  # a blank on every side is a style, not a slip


class BrokenDate(Rule):
    """日期写全:年、月、日三个字和它们前面的数字一个不缺。

    查缺“年”“月”“日”字的(20241月1日、2024年13日、自2024年1月1至)、缺数字的(2024年1月日)、句首年份后缺“年”的、
    落款里没有年月日的数字串。同一份文本另有抽取缺字的迹象时降为提示。日期中夹空格的只在全文别处都没有这种空格时提示,
    PDF 和 Word 转来的文本里数字两侧的空格不算;网址、电话、文号里的数字不算。

    Wrong:
        本报告中所列数据的统计期限自⟦20241月1日⟧起至2024年12月31日止。
    Right:
        本报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止。
    """

    code, name, severity = "CN802", "broken-date", Severity.WARNING
    fix = "safe"
    reach = "noticed"
    source = article(FORMAT_2021, "正文 末条")
    messages = {
        "default": Message("日期残损:“{got}”", "Broken date: “{got}”"),
        "year": Message("日期缺“年”字:“{got}”", "The date “{got}” lacks 年"),
        "month": Message("日期缺月份:“{got}”", "The date “{got}” lacks its month"),
        "day": Message("日期缺“日”字:“{got}”", "The date “{got}” lacks 日"),
        "figures": Message("日期缺数字:“{got}”", "The date “{got}” lacks a figure"),
        "spaces": Message("日期中间有空格:“{got}”", "There is white space inside the date “{got}”"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Report dates that lost a part, years without 年, bare figures, and white space."""
        severity = Severity.INFO if lost_characters(report) else self.severity
        text = prose(report)
        for finding in (*self._damaged(text, report), *self._years(text, report), *self._bare(text, report)):
            yield finding.replaced(severity=severity)
        yield from self._spaced(report)

    def notices(self, report: Report) -> object:
        """A sign of lost characters softens what is said of other dates; blanks may be usual."""
        text, lines = prose(report), lines_of(report)
        found = (self._damaged(text, report), self._years(text, report), self._bare(text, report))
        if any(map(any, found)) or may_be_lost(lines):
            return True
        spaced = [match[0] for match in _spaced_date().finditer(lines) if " " in match[0]]
        return spaced, *(len(blank.findall(lines)) for blank in (_inside_figures(), _blank()))

    def _damaged(self, text: Prose, report: Report) -> Iterator[Finding]:
        for date in written_dates(report):
            if date.fault is not None:
                message = date.fault if date.fault in self.messages else "default"
                finding = self._found(text, date.start, date.end, message, date.text)
                yield finding if date.fixed is None else finding.suggest(date.fixed)

    def _years(self, text: Prose, report: Report) -> Iterator[Finding]:
        year = report.year
        for near in () if year is None else (year - 1, year, year + 1):
            at = text.text.find(str(near))
            while at >= 0:
                end = at + len(str(near))
                if _stands_bare(text.text, at, end) and text.section_at(at) != "title":
                    yield self._found(text, at, end, "year", str(near)).suggest(f"{near}年")
                at = text.text.find(str(near), end)

    def _bare(self, text: Prose, report: Report) -> Iterator[Finding]:
        """Figures alone on one of the closing lines, or on a line of their own before the report begins."""
        if report.year is None:
            return
        ends = report.sections[-1].paragraphs[-_LAST_LINES:] if report.sections else []
        for paragraph in (*report.preamble, *ends):
            match = _bare_figures().fullmatch(paragraph.text.strip())
            if match is not None and int(match["year"]) in (report.year, report.year + 1):
                yield self.at(paragraph.place(0, len(paragraph.text)), got=match[0])

    def _found(self, text: Prose, start: int, end: int, message: str, got: str) -> Finding:
        return self.at(text.place(start, end), message, where=text.where(start), got=got)

    def _spaced(self, report: Report) -> Iterator[Outcome]:
        if report.document.kind != "text":
            return
        found = [match for match in _spaced_date().finditer(report.text) if " " in match[0]]
        if len(found) != 1 or found[0][0].count(" ") == _ALL_SPACED or _has_other_spaces(report, found[0]):
            return
        (match,) = found
        edits = [
            Edit(Span(match.start() + at, match.start() + at + 1), "")
            for at, char in enumerate(match[0])
            if char == " "
        ]
        finding = self.at(Span(*match.span()), "spaces", severity=Severity.HINT, got=match[0])
        yield finding.with_fix(edits, _CLOSE_UP, safe=True)


def _stands_bare(text: str, start: int, end: int) -> bool:
    """Whether a year at the head of a clause lacks its 年: the words of a report follow right behind it."""
    if text[end : end + 1] == ",":  # 2024,我局……
        end += 1
        if text[start - 1 : start] in ("", "\n", "。") and "\u4e00" <= text[end : end + 1] <= "\u9fff":
            return True
    if not text.endswith(_BEFORE_YEAR, 0, start) or not "\u4e00" <= text[end : end + 1] <= "\u9fff":
        return False
    return text[end] != "年" and _words_of_reports().match(text, end) is not None


def _has_other_spaces(report: Report, date: re.Match[str]) -> bool:
    """Whether blanks like these stand elsewhere in the prose too: inside figures, or beside them and characters."""
    blank = _inside_figures() if _inside_figures().search(date[0]) else _blank()
    return any(
        not date.start() <= match.start() < date.end()
        for paragraph in report.prose()
        for match in blank.finditer(report.text, paragraph.span.start, paragraph.span.end)
    )


@cache
def _words_of_reports() -> re.Pattern[str]:
    return re.compile(
        r"根据|按照|依据|结合|围绕|通过|为了|[我本](?:[局县市区镇乡街办院委厅]|单位|机关|部门|中心)"
        r"|[未无](?!疑)|政务|政府信息|全(?:[年县市区镇乡局省旗州]|街道|系统)|[在共]|累计|主动公开|收到|受理|办理|发布|认真|深入|坚持|坚决|严格|积极|持续|不断"
        r"|进一步|扎实|切实|上半年|下半年|第?[一二三四]季度|以来|[底初末](?=[,。、前]|[\u4e00-\u9fff])|度[,我全本共]|县[委政]|区[委政]|市[委政]|镇[党政]"
    )


@cache
def _bare_figures() -> re.Pattern[str]:
    return re.compile(r"\(?(?P<year>20\d\d)\d{2,3}日?\)?")


@cache
def _spaced_date() -> re.Pattern[str]:
    return re.compile(r"20(?<!\d20)\d ?\d ?年 ?\d ?\d? ?月 ?\d ?\d? ?日")


@cache
def _inside_figures() -> re.Pattern[str]:
    return re.compile(r"\d +\d")


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"[\u4e00-\u9fff\d] +[\u4e00-\u9fff\d]")
