"""Dates as the prose writes them, and what is wrong with those that lost a part.

A stretch of figures and 年, 月, 日 is one date, or part of one. It is read against the ways a date is written; what no way
fits is broken, and ``fault`` says how.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gxlint.model import Report
from gxlint_national.structure.numerals import number_of
from gxlint_national.wording.line_by_line import line_by_line
from gxlint_national.wording.prose import clean_text

_STRETCH = re.compile(r"\d+[年月日][\d年月日]*")
_WHOLE = re.compile(
    r"(?:(?P<year>\d{1,4})年)?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?(?P<rest>\d{0,2})"
)
# What may follow a bare 日 or 月 and make a word of it: 年均, 月报, 日常, 年年底.
_WORDS = "均报度底初末中终常前后内志益程夜晚间票租薪供产销处异检查记志历期"
_LOST_YEAR = ("自年", "从年", "至年")
# What may follow a bare figure behind a month: a count, a day written 18号, the second of two.
_NO_DAY = "日号时点至到和条件个次项人户家场期篇份名位元万余多天分届版岁"
_NOT_A_DAY = "内个余多以"
_YEAR_DIGITS = {
    **{char: str(value) for value, char in enumerate("〇一二三四五六七八九")},
    "零": "0",
    "○": "0",
}


class Written(NamedTuple):
    """A date in the prose. Figures that are not written are none; offsets count in the prose of the report.

    ``fault`` is none for a date in order, else the key of what it lacks: ``year`` (年), ``month`` (月), ``day`` (日),
    ``figures`` (the number itself) or ``form`` (something else). ``fixed`` is how it should read where that is certain.
    """

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    fault: str | None = None
    fixed: str | None = None


def written_dates(report: Report) -> tuple[Written, ...]:
    """All dates of the prose in text order, broken ones among them."""
    return report.once(_written_dates)


def _written_dates(report: Report) -> tuple[Written, ...]:
    return tuple(_all_dates_in(clean_text(report)))


@line_by_line
def _all_dates_in(text: str) -> list[Written]:
    found = list(dates_in(text))
    if "二〇" in text or "二零" in text or "二○" in text:
        found += chinese_dates_in(text)
        found.sort(key=lambda date: date.start)
    return found


def dates_in(text: str) -> Iterator[Written]:
    """Dates in Arabic figures."""
    for match in _STRETCH.finditer(text):
        stretch, start, end = match[0], match.start(), match.end()
        whole = _WHOLE.fullmatch(stretch)
        date = _in_order(whole, text, start, end) if whole is not None else None
        if date is not None:
            yield date
        else:
            yield from _broken(stretch, text, start, end)
    if any(words in text for words in _LOST_YEAR):
        for match in _without_year().finditer(text):
            yield Written(match[1], match.start(1), match.end(1), fault="figures")


def _in_order(whole: re.Match[str], text: str, start: int, end: int) -> Written | None:
    """A date of a known form; none when a part between two others is missing, or the last 日."""
    year, month, day = (int(whole[name]) if whole[name] else None for name in ("year", "month", "day"))
    if year is not None and day is not None and month is None:
        return None
    if month is not None and whole["year"] and len(whole["year"]) in (1, 3):
        return None
    if whole["rest"]:
        if day is None and _is_cut_off(year, month, text, end):
            return None
        end -= len(whole["rest"])  # 2024年1月1日15:30, 2024年3、4月
    return Written(text[start:end], start, end, year, month, day)


def _is_cut_off(year: int | None, month: int | None, text: str, end: int) -> bool:
    """Whether the figure in front of this should be a day, or a month: 2024年1月1至, 2024年6月18印发."""
    if month is None:
        return year is not None and _ends_month().match(text, end) is not None
    after = text[end : end + 1]
    if year is not None and "\u4e00" <= after <= "\u9fff" and after not in _NO_DAY:
        return True
    return _ends_date().match(text, end) is not None


def _broken(stretch: str, text: str, start: int, end: int) -> Iterator[Written]:
    after = text[end : end + 1]
    bare = stretch[-1] in "年月日" and not stretch[-2:-1].isdigit()
    if bare and after and after in _WORDS:
        return
    for fault, pattern in _faults():
        match = pattern.fullmatch(stretch)
        if match is not None:
            if fault == "month" and after and after in _NOT_A_DAY:
                return
            yield Written(stretch, start, end, fault=fault, fixed=_repaired(fault, match))
            return


def _repaired(fault: str, match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if fault == "year" and parts.get("tail"):
        return f"{parts['head']}年{parts['tail']}"
    if fault == "day" and parts.get("tail"):
        return f"{match[0]}日"
    return None


@cache
def _faults() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Ways in which dates break, the more telling first."""
    return tuple(
        (fault, re.compile(pattern))
        for fault, pattern in (
            # 20241月1日, 202412月: the year runs into the month.
            ("year", r"(?P<head>20\d\d)(?P<tail>(?:0?[1-9]|1[0-2])月(?:\d{1,2}日?)?)"),
            # 2024年13日: a day, no month. 2024年11日1日: 日 for 月.
            ("month", r"(?:20\d\d)年\d{1,4}日(?:\d{1,2}日?)?"),
            # 2024年1月1 at the end of a date, 2024年12 likewise.
            ("day", r"(?:\d{4}年)?\d{1,2}月(?P<tail>\d{1,2})"),
            ("form", r"20\d\d年\d{1,2}"),
            # 2024年1月日, 2025年月20日, 2025年月日.
            ("figures", r"(?:20\d\d年)(?:\d{0,2}月日|月\d{1,2}日)|\d{1,2}月日"),
            # 202511日: 年 and 月 are both gone.
            ("form", r"20\d\d\d{1,4}日"),
            # 204年1月1日, 20204年1月1日.
            ("form", r"(?:\d{3}|\d{5,})年(?:\d{1,2}月)(?:\d{1,2}日?)?"),
            # 2024年1月1月, 2024年年1月, 2024年1月月1日, 2024年1月31日日.
            ("form", r"20\d\d年+\d{1,2}月+(?:\d{1,2}[月日]+)?"),
            # 自2024年1月1日2024年12月31日: nothing stands between beginning and end.
            ("form", r"20\d\d年\d{1,2}月\d{1,2}日20\d\d(?:年.*)?"),
        )
    )


def chinese_dates_in(text: str) -> Iterator[Written]:
    """Dates in Chinese numerals that name a year: 二〇二五年一月二十日."""
    for match in _chinese().finditer(text):
        year = int("".join(_YEAR_DIGITS[digit] for digit in match["year"]))
        month, day = (number_of(match[name]) if match[name] else None for name in ("month", "day"))
        fault = None
        if not match["mark"]:
            fault = "year"
        elif match["bare"]:
            fault = "figures"
        elif month is None and day is not None:
            fault = "month"
        yield Written(match[0], match.start(), match.end(), year, month, day, fault)


@cache
def _chinese() -> re.Pattern[str]:
    digits, numeral = f"[{''.join(_YEAR_DIGITS)}]", "[一二三四五六七八九十]{1,3}"
    return re.compile(
        rf"(?P<year>二[〇零○]{digits}{{2}})(?P<mark>年?)"
        rf"(?:(?P<bare>月{numeral}日|{numeral}月日|月日)|(?:(?P<month>{numeral})月)?(?:(?P<day>{numeral})日)?)"
        r"(?<!二[〇零○].)(?<!二[〇零○]..)"
    )


@cache
def _without_year() -> re.Pattern[str]:
    return re.compile(r"[自从至](年\d{1,2}月(?:\d{1,2}日?)?)")


@cache
def _ends_month() -> re.Pattern[str]:
    return re.compile(r"[起止。]|至\d{4}年")


@cache
def _ends_date() -> re.Pattern[str]:
    return re.compile(r"[起止。,;)”]|$|\n|期间|至(?:\d{4}年|次年|\d{1,2}月)|到(?:\d{4}年|次年|\d{1,2}月)")
