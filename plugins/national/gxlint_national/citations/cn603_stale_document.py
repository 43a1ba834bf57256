"""CN603 stale-document."""

from collections.abc import Iterator, Sequence

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint.source.pattern import Pattern
from gxlint_national.citations.annual import Annual, annual_documents, number_behind
from gxlint_national.citations.register import entry_of, register
from gxlint_national.citations.scan import Cited, every_paragraph
from gxlint_national.sources import KEY_POINTS_2021, STATISTICS_2014
from gxlint_national.structure.years import is_certain

_LOOKING_BACK = Pattern("以来|先后|历年|往年|曾|陆续|近[两二三四五几]年")


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
    reach = "paragraph"
    outdated = True
    source = (KEY_POINTS_2021, STATISTICS_2014)
    messages = {
        "default": Message(
            "引用的是 {got} 年的要点,报告年度是 {year}",
            "Cites the key points of {got}; the fiscal year is {year}",
        ),
        "national": Message(
            "引用的是 {got} 年的国家要点(国家层面 {next} 年起未见公开要点),请核对是否仍适用",
            "Cites the national key points of {got} (none were published from {next} on); check whether they still apply",
        ),
        "older": Message(
            "引用的是 {got} 年度的文件,报告年度是 {year},疑为沿用旧稿",
            "Cites a document for {got}; the fiscal year is {year}",
        ),
        "statistics": Message(
            "{number} 规定的是旧条例时期的统计报表,{year} 年度不宜作依据",
            "{number} is about the statistics under the former regulation; a report for {year} should not rest on it",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare the years of annual documents with the fiscal year; then the statistics of former times."""
        if report.year is None:
            yield self.not_applicable()
            return
        stale = {entry.number for entry in register().entries if 0 < entry.stale_from <= report.year}
        for cited in every_paragraph(report):
            found = annual_documents(cited)
            for item in found:
                last = report.year if item.kind == "notice" else report.year - 1
                if item.year < last and not _is_review(cited, item, found, report.year):
                    yield self._older(cited, item, report, report.year)
            if cited.titles or cited.numbers:
                yield from self._statistics(cited, stale, report.year)

    def _older(self, cited: Cited, item: Annual, report: Report, year: int) -> Outcome:
        place = cited.place(item.start, item.end)
        latest = register().key_points[-1].year
        if item.kind != "points":
            return self.at(place, "older", severity=Severity.INFO, got=item.year, year=year)
        if item.national and item.year >= latest:
            return self.at(place, "national", severity=Severity.INFO, got=item.year, next=latest + 1)
        start, end = cited.sentence(item.start)
        looking_back = _LOOKING_BACK.search(cited.paragraph.text, start, end) is not None
        sure = item.disclosure and not looking_back and is_certain(report, year)
        return self.at(place, severity=None if sure else Severity.INFO, got=item.year, year=year)

    def _statistics(self, cited: Cited, stale: set[str], year: int) -> Iterator[Outcome]:
        numbers = [(number.start, number.end, number.usual) for number in cited.numbers]
        titles = [
            (title.start, title.end, entry.number)
            for title in cited.titles
            if (entry := entry_of(title.text)) is not None and number_behind(cited, title) is None
        ]
        for start, end, number in (*numbers, *titles):
            if number in stale:
                yield self.at(cited.place(start, end), "statistics", number=number, year=year)


def _is_review(cited: Cited, item: Annual, found: Sequence[Annual], year: int) -> bool:
    """Whether the sentence names this year's or last year's key points as well: then it looks back."""
    start, end = cited.sentence(item.start)
    return any(start <= other.start < end and year - 1 <= other.year <= year + 1 for other in found)
