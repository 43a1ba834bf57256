"""CN803 impossible-date."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.model.dates import exists
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.wording.dates import Written, written_dates
from gxlint_national.wording.prose import Prose, clean_text, prose

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_LEAP_YEAR = 2024
_LUNAR = ("农历", "阴历", "夏历")
_REACH = 8


class ImpossibleDate(Rule):
    """日期存在:月份是 1 至 12,日子在当月之内,2 月 29 日只在闰年。

    阿拉伯数字和汉字数字写的日期都查,落款和发布日期也查;没有写年份的 2 月 29 日不算错,农历日期不查。

    Wrong:
        本报告中所列数据的统计期限自2024年1月1日起至⟦2024年12月32日⟧止。
    Right:
        本报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止。
    """

    code, name, severity = "CN803", "impossible-date", Severity.ERROR
    reach = "paragraph"
    source = article(FORMAT_2021, "正文 末条")
    messages = {
        "default": Message(
            "没有这一天:“{got}”,{month} 月只有 {days} 天",
            "No such day: “{got}”; month {month} has {days} days",
        ),
        "month": Message("没有这个月份:“{got}”", "No such month: “{got}”"),
        "day": Message("没有这一天:“{got}”", "No such day: “{got}”"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at every date that could be read."""
        text = prose(report)
        for date in (*written_dates(report), *_with_marks(clean_text(report))):
            problem = None if date.fault else _problem(date)
            if problem is not None and not _is_lunar(date, text):
                message, days = problem
                yield self.at(
                    text.place(date.start, date.end),
                    message,
                    where=text.where(date.start),
                    got=date.text,
                    month=date.month,
                    days=days,
                )


def _problem(date: Written) -> tuple[str, int] | None:
    """Why a date cannot be, and how many days its month has."""
    if date.month is None:
        return None
    if not 1 <= date.month <= 12:
        # 13月 alone may be a count; with a year or a day it is a date.
        return ("month", 0) if date.year is not None or date.day is not None else None
    if date.day is None:
        return None
    year = date.year if date.year and date.year > 99 else _LEAP_YEAR
    days = _DAYS[date.month - 1] - (date.month == _FEBRUARY and not exists((year, _FEBRUARY, 29)))
    if date.day == 0:
        return "day", days
    return ("default", days) if date.day > days else None


def _is_lunar(date: Written, text: Prose) -> bool:
    before = text.text[max(0, date.start - _REACH) : date.start]
    return any(word in before for word in _LUNAR)


def _with_marks(text: str) -> Iterator[Written]:
    """Dates written 2024-02-30 or 2024/2/30."""
    for match in _marked().finditer(text):
        year, month, day = map(int, match.group("year", "month", "day"))
        yield Written(match[0], match.start(), match.end(), year, month, day)


@cache
def _marked() -> re.Pattern[str]:
    return re.compile(
        r"(?P<year>20\d\d)(?P<mark>[./-])(?<![\d./-]20\d\d.)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d./-]|号)"
    )
