"""CN113 year-consistency."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.structure.prose_years import openings_with, reports_spoken_of
from gxlint_national.structure.years import is_certain, weight_of, year_without

_ALSO = Message("这里也写 {got} 年", "{got} here as well")
_ENOUGH = 2


class YearConsistency(Rule):
    """标题、前言、正文句首年份和落款年份互相一致。

    报告年度由标题、统计期限等共同认定。前言写成别的年度、正文以上年年份开头叙述(“2023年,我局……”)、落款日期不在次年,
    各报一条;与上年对比、“截至”、文件名、历史沿革和来年打算里的年份不算。统计期限的年份由 CN112 检查。

    Wrong:
        一、总体情况
        ⟦2023⟧年,我局认真贯彻落实《条例》,扎实推进政府信息公开工作。
    Right:
        一、总体情况
        2024年,我局认真贯彻落实《条例》,扎实推进政府信息公开工作。
    """

    code, name, severity = "CN113", "year-consistency", Severity.WARNING
    source = article(FORMAT_2021, "正文 末条")
    messages = {
        "default": Message(
            "正文以 {got} 年开头叙述,报告年度是 {year},疑沿用上年文字",
            "A sentence opens with {got} though the fiscal year is {year}; last year's text?",
        ),
        "title": Message(
            "标题写 {got} 年,统计期限、正文等处是 {year} 年",
            "The title says {got}, the rest of the report {year}",
        ),
        "preamble": Message(
            "前言写 {got} 年的报告,报告年度是 {year}",
            "The preamble speaks of {got}; the fiscal year is {year}",
        ),
        "signature": Message(
            "落款日期在 {got} 年,{year} 年度报告应在次年编制公布",
            "Signed in {got}; a report for {year} is made in the year after",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Settle the fiscal year first, then look at each place that names a year."""
        year = report.year
        if year is None or not is_certain(report, year):
            yield self.not_applicable()
            return
        title = report.title
        elsewhere = year_without(report, "title")
        if title is not None and len(title.years) == 1 and elsewhere not in (None, title.years[0]):
            if not _stands_alone(title.years[0], elsewhere or 0, report):
                if year != title.years[0]:
                    return  # the places disagree with each other: CN112 has said what is certain
            else:
                yield self.at(title, "title", got=title.years[0], year=elsewhere)
                year = elsewhere or year
        yield from self._in_preamble(year, report)
        yield from self._in_prose(year, report)
        signed, place = report.signature.date, report.signature.date_span
        if signed is not None and place is not None and 2000 < signed[0] <= year:
            yield self.at(place, "signature", got=signed[0], year=year)

    def _in_preamble(self, year: int, report: Report) -> Iterator[Outcome]:
        for got, place in reports_spoken_of(report):
            if got != year:
                yield self.at(place, "preamble", got=got, year=year)
                return

    def _in_prose(self, year: int, report: Report) -> Iterator[Outcome]:
        places = list(openings_with(year - 1, year, report))
        if places:
            related = [Related(place, _ALSO, {"got": year - 1}) for place in places[1:]]
            yield self.at(places[0], related=related, got=year - 1, year=year)


def _stands_alone(titled: int, elsewhere: int, report: Report) -> bool:
    """Whether nothing speaks for the title's year but the title, and enough for the other one."""
    return not weight_of(report, titled, "title") and weight_of(report, elsewhere, "title") > _ENOUGH
