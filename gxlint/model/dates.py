"""Dates and periods as they stand in a report."""

import re
from collections.abc import Iterator
from typing import TypeAlias

YearMonthDay: TypeAlias = tuple[int, int, int]

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # of the months
_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "O": "0",
    "0": "0",
}
DATE = re.compile(r"(?P<year>\d{4})\s*[年\-/.]\s*(?P<month>\d{1,2})\s*[月\-/.]\s*(?P<day>\d{1,2})\s*日?")
_CHINESE_DATE = re.compile(
    r"(?P<year>[〇零○O0一二三四五六七八九]{4})年(?P<month>[一二三四五六七八九十]{1,3})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
_NUMBER = r"\d(?: ?\d)?"  # a day or a month, perhaps torn apart: 12月3 1日
_TO = r"(?:至|到|[—―\-]{1,2}|~)"
_PERIOD = re.compile(
    rf"(?P<y1>\d{{4}})年(?P<m1>{_NUMBER})月(?P<d1>{_NUMBER})日?(?:起|始|开始|开始统计|起算)?,?{_TO}"
    rf"(?:(?P<y2>\d{{4}})年)?(?P<m2>{_NUMBER})月(?P<d2>{_NUMBER})日?"
)
_DOTTED_PERIOD = re.compile(
    rf"(?<!\d)(?P<y1>\d{{4}})(?P<mark>[./\-])(?P<m1>\d{{1,2}})(?P=mark)(?P<d1>\d{{1,2}})起? ?{_TO} ?"
    r"(?:(?P<y2>\d{4})(?P=mark))?(?P<m2>\d{1,2})(?P=mark)(?P<d2>\d{1,2})(?!\d)"
)
_PERIOD_CONTEXT = re.compile(r"统计|期限|时限|数据|周期|时间|期间|起止|报告期|所列|反映|涵盖|截[止至]")


def find_date(text: str) -> tuple[YearMonthDay, int, int] | None:
    """The first date in a text and where it stands; also 二〇二五年一月二十日 and 2025-01-20. It need not exist."""
    if match := DATE.search(text):
        return (int(match["year"]), int(match["month"]), int(match["day"])), match.start(), match.end()
    if match := _CHINESE_DATE.search(text):
        year = int("".join(_DIGITS[char] for char in match["year"]))
        return (year, _number(match["month"]), _number(match["day"])), match.start(), match.end()
    return None


def find_periods(text: str) -> Iterator[tuple[YearMonthDay, YearMonthDay, int, int]]:
    """Periods of statistics in a paragraph: where the words around speak of 统计, or which begin on 1 January."""
    for match in _PERIOD.finditer(text) if "月" in text else _DOTTED_PERIOD.finditer(text):
        y1, m1, d1, y2, m2, d2 = (
            int((match[name] or match["y1"]).replace(" ", ""))
            for name in ("y1", "m1", "d1", "y2", "m2", "d2")
        )
        start, end = (y1, m1, d1), (y2, m2, d2)
        context = text[max(0, match.start() - 40) : match.start()]
        if _PERIOD_CONTEXT.search(context) or (start[1:] == (1, 1) and end[1:] == (12, 31)):
            yield start, end, match.start(), match.end()


def exists(day: YearMonthDay) -> bool:
    """Whether the calendar has this day."""
    year, month, number = day
    if not (0 < month <= 12 and 0 < number <= _LENGTHS[month - 1] and 0 < year < 10000):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return leap or (month, number) != (2, 29)


def _number(numeral: str) -> int:
    """一 … 三十一."""
    digits = "一二三四五六七八九"
    tens, ten, units = numeral.rpartition("十")
    if not ten:
        return digits.index(numeral[-1]) + 1
    return (digits.index(tens[-1]) + 1 if tens else 1) * 10 + (digits.index(units[0]) + 1 if units else 0)
