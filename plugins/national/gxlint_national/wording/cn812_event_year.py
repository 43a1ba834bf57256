"""CN812 event-year."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.wording.events import EVENTS, FIVE_YEAR_PLANS, Event
from gxlint_national.wording.prose import Prose, prose

_ALSO = Message("这里也写“{got}”", "“{got}” here as well")
_REACH = 14


class EventYear(Rule):
    """会议、届次和专项教育与报告年度相符:报告公布以后才发生的事,不会写进这份报告。

    按事件日期表核对;公布期限是次年 3 月 31 日,落款、发布日期更晚的按实际日期。“迎接党的二十大”这类展望不算。
    “开局之年”“收官之年”与五年规划的起止年份核对。

    Wrong:
        一、总体情况
        2024年,我局深入学习⟦二十届四中全会⟧精神,扎实推进政府信息公开工作。
    Right:
        一、总体情况
        2024年,我局深入学习二十届三中全会精神,扎实推进政府信息公开工作。
    """

    code, name, severity = "CN812", "event-year", Severity.INFO
    reach = "paragraph"
    source = article(FORMAT_2021, "正文 末条")
    messages = {
        "default": Message(
            "{title}始于 {year} 年 {month} 月,{fiscal} 年度报告公布时尚未发生",
            "{title} began in {year}-{month:02}, after a report for {fiscal} is published",
        ),
        "plan": Message(
            "“{plan}”规划的{which}之年是 {right} 年,不是 {got} 年",
            "{got} is not the year in which the plan “{plan}” begins or ends ({which}); {right} is",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare the events the report refers to with the last day it can have been published."""
        if report.year is None:
            yield self.not_applicable()
            return
        text = prose(report)
        last = _last_day(report, report.year)
        for event in EVENTS:
            if event.begun > last:
                yield from self._too_early(text, event, report.year)
        if "之年" in text.text:
            yield from self._plans(text)

    def _too_early(self, text: Prose, event: Event, fiscal: int) -> Iterator[Outcome]:
        names = filter(text.words.has, event.names)
        found = [span for name in names for span in _mentions(text.text, name, event)]
        for start, end in found[:1]:
            year, month, _ = event.begun
            related = [
                Related(text.place(*span), _ALSO, {"got": text.text[slice(*span)]}) for span in found[1:]
            ]
            yield self.at(
                text.place(start, end),
                where=text.where(start),
                related=related,
                title=event.title,
                year=year,
                month=month,
                fiscal=fiscal,
            )

    def _plans(self, text: Prose) -> Iterator[Outcome]:
        for match in _plan().finditer(text.text):
            which = "开局" if match["which"] in ("开局", "起步") else "收官"
            right = FIVE_YEAR_PLANS[match["plan"]] + (0 if which == "开局" else 4)
            if int(match["year"]) != right:
                yield self.at(
                    text.place(*match.span()),
                    "plan",
                    where=text.where(match.start()),
                    plan=match["plan"],
                    which=which,
                    right=right,
                    got=match["year"],
                )


def _last_day(report: Report, year: int) -> tuple[int, int, int]:
    dates = [report.signature.date, report.published[0] if report.published else None]
    return max([(year + 1, 3, 31), *(date for date in dates if date is not None)])


def _mentions(text: str, name: str, event: Event) -> Iterator[tuple[int, int]]:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        around = text[max(0, at - _REACH) : at], text[end : end + _REACH]
        if not event.announced or _is_past(*around):
            yield at, end
        at = text.find(name, end)


def _is_past(before: str, after: str) -> bool:
    """Whether something announced is spoken of as past: what it decided is studied or carried out."""
    before = re.split("[。;,]", before)[-1]
    if _looking_ahead().search(before) or re.match("[^。;,]{0,4}(?:召开|胜利召开)[^了过]", after):
        return False
    studied = re.search("学习|贯彻|落实|宣传|领会|宣讲|按照|根据", before) is not None
    return studied or after.startswith(
        ("精神", "报告", "决定", "决策", "公报", "部署", "要求", "召开以来", "以来")
    )


@cache
def _plan() -> re.Pattern[str]:
    plans = "|".join(FIVE_YEAR_PLANS)
    return re.compile(
        rf"(?P<year>20\d\d)年(?:度)?是[^。;\n]{{0,16}}?“?(?P<plan>{plans})”?(?:规划|时期)?[^。;,\n\d]{{0,10}}?(?:的)?"
        r"(?P<which>开局|起步|收官|收关|决胜)之年"
    )


@cache
def _looking_ahead() -> re.Pattern[str]:
    return re.compile(
        "迎接|喜迎|迎|筹备|即将|将要?召开|献礼|胜利召开|召开前|召开之前|护航|保障.{0,4}$|营造|谋划|编制|起草"
    )
