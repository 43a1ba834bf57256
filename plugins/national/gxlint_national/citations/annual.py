"""Documents that hold for one year: key points (工作要点), plans, notices on the annual report."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from gxlint.facts.numerals import year as year_of
from gxlint.source.pattern import Pattern
from gxlint.source.record import Record
from gxlint_national.citations.register import KeyPoints, register
from gxlint_national.citations.scan import Cited, Number, Title

Kind = Literal["points", "plan", "notice"]

_YEAR = Pattern(r"(?<!\d)(20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})(?=年(?![修版])|\)|$)")
_SPAN_OF_YEARS = Pattern(r"20\d\d年?度?[-—–~至到]{1,2}20\d\d")
_BARE = Pattern(r"(?:关于印发)?20\d\d年政务公开工作要点(?:的通知)?")
_PLAN_WORDS = ("安排", "任务", "分工", "计划", "方案", "清单", "台账")
_PLAN = Pattern(rf"(?:政务|信息)公开[^《》]{{0,12}}(?:{'|'.join(_PLAN_WORDS)})", *_PLAN_WORDS)
_NOTICE = Pattern(
    r"(20\d\d)年度?[^《》]{0,12}信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)[^《》]{0,14}通知", "通知"
)
_NATIONAL = ("国务院办公厅", "国办", "国务院")
_BEHIND = 14
_ISSUER = 12


class Annual(Record, frozen=True):
    """A document of one year as a paragraph cites it: by title, by number, or without marks.

    ``national``: from the State Council's office. ``disclosure``: about disclosure, not another field of work.
    """

    kind: Kind
    start: int
    end: int
    year: int
    national: bool = False
    disclosure: bool = True


def annual_documents(cited: Cited) -> list[Annual]:
    """The documents of one year that a paragraph cites."""
    text = cited.paragraph.text
    found: list[Annual] = []
    if "20" in text or "二" in text:
        found += (item for title in cited.titles for item in _titled(cited, title))
    if "要点" in text:
        found += _unmarked(cited)
    return [*found, *_numbered(cited, found)]


def number_behind(cited: Cited, title: Title) -> Number | None:
    """The document number that belongs to a title."""
    return cited.number_after(title.end, _BEHIND)


def _titled(cited: Cited, title: Title) -> Iterator[Annual]:
    if "要点" in title.text:
        number = number_behind(cited, title)
        year = _year(title, number)
        if year is not None:
            about = "公开" in title.text or (number is not None and number.code.startswith("国办"))
            yield Annual("points", title.start, title.end, year, _is_national(title, number), about)
    elif (match := _NOTICE.search(title.text)) is not None:
        yield Annual("notice", title.start, title.end, int(match[1]))
    elif _PLAN.search(title.text) and (year := _year(title, None)) is not None:
        yield Annual("plan", title.start, title.end, year)


def _unmarked(cited: Cited) -> Iterator[Annual]:
    text = cited.paragraph.text
    for match in _unmarked_points().finditer(text):
        if not cited.quoted(*match.span()):
            issuer = text[max(0, match.start() - _ISSUER) : match.start()]
            national = "国务院办公厅" in issuer or "国办" in issuer
            yield Annual("points", match.start(), match.end(), int(match[1]), national)


def _numbered(cited: Cited, found: list[Annual]) -> Iterator[Annual]:
    """National key points cited by their number alone."""
    for number in cited.numbers:
        known = _points_by_number().get((number.code, *number.pair))
        if known is not None and not any(0 <= number.start - item.end <= _BEHIND for item in found):
            yield Annual("points", number.start, number.end, known.year, True)


def _year(title: Title, number: Number | None) -> int | None:
    """The year a document is for: named in the title, else that of the document number behind it."""
    if _SPAN_OF_YEARS.search(title.text):
        return None
    years = [year for match in _YEAR.finditer(title.text) if (year := year_of(match[1])) is not None]
    if years:
        return max(years)
    return number.year if number is not None and "公开" in title.text else None


def _is_national(title: Title, number: Number | None) -> bool:
    """Whether the State Council's office issued them; a bare 2022年政务公开工作要点 may be its too."""
    if number is not None:
        return number.code.startswith("国办")
    return title.text.startswith(_NATIONAL) or _BARE.fullmatch(title.text) is not None


@cache
def _points_by_number() -> dict[tuple[str, int, int], KeyPoints]:
    return {(each.number.code, each.number.year, each.number.serial): each for each in register().key_points}


@cache
def _unmarked_points() -> re.Pattern[str]:
    return re.compile(
        r"(20\d\d)(?<!\d\d\d\d\d)年度?[^,。;:《》()\d]{0,14}(?:政务|信息)公开(?:重点)?(?:工作)?(?:主要|重点)?要点"
    )
