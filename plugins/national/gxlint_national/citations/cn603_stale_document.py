"""CN603 stale-document."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.citations.register import entry_of, register
from gxlint_national.citations.scan import Cited, Number, Title, citations, every_paragraph
from gxlint_national.sources import KEY_POINTS_2021, STATISTICS_2014
from gxlint_national.structure.years import is_certain

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|\)|$)")
_SPAN_OF_YEARS = re.compile(r"20\d\d年?度?[-—–~至到]{1,2}20\d\d")
_BARE = re.compile(r"(?:关于印发)?20\d\d年政务公开工作要点(?:的通知)?")
_NATIONAL = ("国务院办公厅", "国办", "国务院")
_BEHIND_TITLE = 14


class KeyPoints(NamedTuple):
    """Key points of a year as a paragraph cites them: by title, by number, or without marks.

    ``disclosure``: they are about disclosure and not those of another field of work.
    """

    start: int
    end: int
    year: int
    national: bool
    disclosure: bool = True


class StaleDocument(Rule):
    """引用的年度文件没有过期。

    年度工作要点应是报告年度或上一年度的;国家层面 2023 年起没有公开的要点,引用 2022 年国家要点只作 info。同一句里也
    引了当年要点的(历年回顾)不报。旧条例时期的统计报送通知(国办发〔2014〕32号)2019 年度起不宜再作依据。

    Wrong:
        认真落实⟦《国务院办公厅关于印发2021年政务公开工作要点的通知》⟧要求,细化任务分工。
    Right:
        认真落实《云泽县2024年政务公开工作要点》要求,细化任务分工。
    """

    code, name, severity = "CN603", "stale-document", Severity.WARNING
    source = (KEY_POINTS_2021, STATISTICS_2014)
    messages = {
        "default": Message(
            "引用的是 {got} 年的要点,报告年度是 {year}", "Cites the key points of {got}; the fiscal year is {year}"
        ),
        "national": Message(
            "引用的是 {got} 年的国家要点(国家层面 {next} 年起未见公开要点),请核对是否仍适用",
            "Cites the national key points of {got} (none were published from {next} on); check whether they still apply",
        ),
        "notice": Message(
            "引用的是 {got} 年度的年报通知,报告年度是 {year},疑为沿用旧稿",
            "Cites the notice on the reports for {got}; the fiscal year is {year}",
        ),
        "statistics": Message(
            "{number} 规定的是旧条例时期的统计报表,{year} 年度不宜作依据",
            "{number} is about the statistics under the former regulation; a report for {year} should not rest on it",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare the years of key points with the fiscal year; then the other annual documents."""
        if report.year is None:
            yield self.not_applicable()
            return
        for cited in every_paragraph(report):
            yield from self._key_points(cited, report, report.year)
        for cited in citations(report):
            yield from self._statistics(cited, report.year)
            yield from self._notices(cited, report.year)

    def _key_points(self, cited: Cited, report: Report, year: int) -> Iterator[Outcome]:
        found = list(_key_points_in(cited))
        for item in found:
            if item.year >= year - 1 or _is_review(cited, item, found, year):
                continue
            latest = register().key_points[-1].year
            if item.national and item.year >= latest:
                yield self.at(
                    cited.place(item.start, item.end),
                    "national",
                    severity=Severity.INFO,
                    got=item.year,
                    next=latest + 1,
                )
            else:
                severity = Severity.WARNING if item.disclosure and is_certain(report, year) else Severity.INFO
                yield self.at(cited.place(item.start, item.end), severity=severity, got=item.year, year=year)

    def _statistics(self, cited: Cited, year: int) -> Iterator[Outcome]:
        stale = {entry.number: entry for entry in register().entries if entry.stale_from}
        titled = {
            title.end: entry
            for title in cited.titles
            if (entry := entry_of(title.text)) is not None and entry.number in stale
        }
        for number in cited.numbers:
            entry = stale.get(number.usual)
            if entry is not None and year >= entry.stale_from:
                titled = {end: other for end, other in titled.items() if not 0 <= number.start - end <= _BEHIND_TITLE}
                place = cited.place(number.start, number.end)
                yield self.at(place, "statistics", number=entry.number, year=year)
        for end, entry in titled.items():
            if year >= entry.stale_from:
                (title,) = (title for title in cited.titles if title.end == end)
                place = cited.place(title.start, title.end)
                yield self.at(place, "statistics", number=entry.number, year=year)

    def _notices(self, cited: Cited, year: int) -> Iterator[Outcome]:
        for title in cited.titles:
            match = _notice().search(title.text)
            if match is not None and int(match[1]) < year:
                place = cited.place(title.start, title.end)
                yield self.at(place, "notice", severity=Severity.INFO, got=int(match[1]), year=year)


def _key_points_in(cited: Cited) -> Iterator[KeyPoints]:
    text = cited.paragraph.text
    points = "要点" in text
    by_title: set[int] = set()
    for title in cited.titles if points else ():
        if "要点" not in title.text:
            continue
        number = _number_behind(cited, title)
        year = _year_of(title, number)
        if number is not None:
            by_title.add(number.start)
        if year is not None:
            yield KeyPoints(
                title.start, title.end, year, _is_national(title, number), "公开" in title.text or number is not None
            )
    for number in cited.numbers:
        for known in register().key_points:
            if (known.number.code, known.number.year, known.number.serial) == (number.code, *number.pair):
                if number.start not in by_title:
                    yield KeyPoints(number.start, number.end, known.year, True)
    for match in _unmarked().finditer(text) if points else ():
        if not cited.quoted(*match.span()):
            yield KeyPoints(match.start(), match.end(), int(match[1]), match[0].startswith(_NATIONAL))


def _year_of(title: Title, number: Number | None) -> int | None:
    """The year the key points are for: named in the title, else that of the document number behind it."""
    if _SPAN_OF_YEARS.search(title.text):
        return None
    years = [int(year) for year in _YEAR.findall(title.text)]
    if years:
        return max(years)
    return number.year if number is not None and "公开" in title.text else None


def _is_national(title: Title, number: Number | None) -> bool:
    """Whether the State Council's office issued them; a bare 2022年政务公开工作要点 may be its too."""
    if number is not None:
        return number.code.startswith("国办")
    return title.text.startswith(_NATIONAL) or _BARE.fullmatch(title.text) is not None


def _number_behind(cited: Cited, title: Title) -> Number | None:
    return next(
        (number for number in cited.numbers if 0 <= number.start - title.end <= _BEHIND_TITLE), None
    )


def _is_review(cited: Cited, item: KeyPoints, found: list[KeyPoints], year: int) -> bool:
    """Whether the sentence names this year's or last year's key points as well: then it looks back."""
    start, end = cited.sentence(item.start)
    return any(start <= other.start < end and year - 1 <= other.year <= year + 1 for other in found)


@cache
def _unmarked() -> re.Pattern[str]:
    """Key points named without 《》."""
    return re.compile(
        r"(?:国务院办公厅|国办|省|市|区|县|州|旗|镇|乡)?(?:关于)?(?:印发)?(?:的)?(?<!\d)(20\d\d)年度?"
        r"[^,。;:《》()\d]{0,14}(?:政务|信息)公开(?:重点)?(?:工作)?(?:主要|重点)?要点"
    )


@cache
def _notice() -> re.Pattern[str]:
    """A notice on how the annual reports of a year are to be made."""
    return re.compile(r"(20\d\d)年度?[^《》]{0,12}信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)[^《》]{0,14}通知")
