"""CN112 statistics-period."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Period, Report
from gxlint.rules import Edit, Message, Outcome, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021, REGULATION, article
from gxlint_national.structure.period import damaged, in_short, is_cut_over_lines
from gxlint_national.structure.places import first_line
from gxlint_national.structure.years import is_certain, weight_of, year_without

_DAMAGED = Message(
    "统计期限残缺,读不出起止日期,未检查", "The statistics period is damaged and could not be read"
)
_CORRECT = Message("改为{year}年1月1日至{year}年12月31日", "Make it 1 January to 31 December {year}")


class StatisticsPeriod(Rule):
    """统计期限为报告年度 1 月 1 日至 12 月 31 日。

    期限的年份与标题等处的报告年度不同是错误;年份对而起止不是 1 月 1 日、12 月 31 日的只警告;
    没有写期限不算违规,只提示。标题等处说不清是哪一年,或期限残缺读不出时不判断。

    Wrong:
        本报告中所列数据的统计期限自⟦2023年1月1日起至2023年12月31日⟧止。
    Right:
        本报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止。
    """

    code, name, severity = "CN112", "statistics-period", Severity.ERROR
    fix = "suggested"
    source = (article(REGULATION, "第四十九条", "第五十条"), article(FORMAT_2021, "正文 末条"))
    parameters = {"required": False}  # whether a report without a period is a defect, as some provinces say
    messages = {
        "default": Message(
            "统计期限的年份是 {got},报告年度是 {year}",
            "The statistics period is in {got}, the fiscal year is {year}",
        ),
        "days": Message(
            "统计期限应为 1 月 1 日至 12 月 31 日",
            "The statistics period should run from 1 January to 31 December",
        ),
        "missing": Message("没有写统计期限", "No statistics period is stated"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare the period with the year that everything else speaks for."""
        if report.period is not None:
            yield from self._compare(report.period, report)
        elif not is_cut_over_lines(report):
            yield from self._without_dates(report)

    def _compare(self, period: Period, report: Report) -> Iterator[Outcome]:
        years = {period.start[0], period.end[0]}
        year = _year_against(years, report)
        if year is not None:
            got = "、".join(map(str, sorted(years)))
            finding = self.at(period.span, got=got, year=year)
        elif (period.start[1:], period.end[1:]) != ((1, 1), (12, 31)) and len(years) == 1:
            year = period.start[0]
            finding = self.at(period.span, "days", severity=Severity.WARNING)
        else:
            return
        yield finding.with_fix(_edits(period, year, report), _CORRECT, safe=False, year=year)

    def _without_dates(self, report: Report) -> Iterator[Outcome]:
        for stated, place in in_short(report):
            if (year := _year_against({stated}, report)) is not None:
                yield self.at(place, got=stated, year=year).suggest(year)
            return
        if (place_of_damage := damaged(report)) is not None:
            yield self.undecided(place_of_damage, _DAMAGED)
        else:
            severity = Severity.WARNING if self.parameter("required") else Severity.HINT
            yield self.at(report.title or first_line(report), "missing", severity=severity)


def _year_against(years: set[int], report: Report) -> int | None:
    """The fiscal year where it is known without the period and the period is in another; else none."""
    titles = report.title.years if report.title is not None else ()
    doubted = ("period", "published", *(("title",) if len(titles) > 1 else ()))
    year = year_without(report, "signature", *doubted)
    if year is None or years == {year} or not is_certain(report, year, *doubted):
        return None
    return None if _title_is_odd_one_out(report, years) else year


def _title_is_odd_one_out(report: Report, years: set[int]) -> bool:
    """Whether the rest of the text agrees with the period: then the title is wrong, and CN113 says so."""
    if len(years) > 1 or report.title is None or len(report.title.years) != 1:
        return False
    (year,) = years
    return weight_of(report, year, "period", "title") > weight_of(
        report, report.title.years[0], "title", "period"
    )


def _edits(period: Period, year: int, report: Report) -> list[Edit]:
    """Only what differs: each of the two dates that is not the first or the last day of the year."""
    edits: list[Edit] = []
    text = report.document.slice(period.span)
    dates = list(_date().finditer(text))
    for match, wanted in zip((dates[0], dates[-1]), ((year, 1, 1), (year, 12, 31)), strict=True):
        for group, number in zip(("year", "month", "day"), wanted, strict=True):
            if match[group] and int(match[group]) != number:
                start = period.span.start + match.start(group)
                edits.append(Edit(Span(start, start + len(match[group])), str(number)))
    return edits


@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"(?:(?P<year>\d{4})\s*[年./\-]\s*)?(?P<month>\d{1,2})\s*[月./\-]\s*(?P<day>\d{1,2})")
