"""Ways to state the statistics period that are no pair of dates: in short, cut over lines, or damaged."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Paragraph, Report
from gxlint.model.dates import find_periods
from gxlint.source import Span

_OPENING_PARAGRAPHS = 3


def opening(report: Report) -> list[Paragraph]:
    """Where the period stands: the preamble, or the first paragraphs of section one."""
    return [
        *report.preamble,
        *(report.sections[0].paragraphs[:_OPENING_PARAGRAPHS] if report.sections else ()),
    ]


def is_cut_over_lines(report: Report) -> bool:
    """Whether the dates are there once lines that were not joined are joined."""
    joined = "".join("".join(paragraph.text.split()) for paragraph in opening(report))
    return any(find_periods(joined))


def in_short(report: Report) -> Iterator[tuple[int, Span]]:
    """The year, with its place, of a period given as months or a year (``2024年1月至12月``)."""
    for paragraph in opening(report):
        for match in _in_short().finditer(paragraph.text):
            yield int(match["year"]), paragraph.place(*match.span("year"))


def damaged(report: Report) -> Span | None:
    """Where a period is spoken of that cannot be read; none where none is spoken of."""
    for paragraph in opening(report):
        if (match := _spoken_of().search(paragraph.text)) is not None:
            return paragraph.place(*match.span())
    return None


@cache
def _in_short() -> re.Pattern[str]:
    return re.compile(
        r"(?:统计|数据)[^。;,]{0,10}(?:期限|时限|时间|周期|范围|期间|年度)[^。;,\d]{0,6}"
        r"(?P<year>20\d{2})年(?:度|全年|整年|1月份?(?:[至到—~-]+)(?:20\d{2}年)?12月)"
    )


@cache
def _spoken_of() -> re.Pattern[str]:
    return re.compile(
        r"(?:统计|数据)[^。,;]{0,10}(?:期限|时限|时间|周期|范围)|20\d{2}年?1月?1日?起?[至到]20\d{2}"
    )
