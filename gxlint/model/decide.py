"""Decisions about the whole report, each with the evidence it rests on: fiscal year, format, kind."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from gxlint.formats import Catalogue, Format
from gxlint.model.dates import YearMonthDay
from gxlint.model.entries import Vocabulary
from gxlint.model.report import Evidence, Paragraph, Period, Section, Table, Title
from gxlint.source import Span
from gxlint.source.pattern import HAN, Pattern

Kind = Literal["report", "legacy", "template", "other"]

_ABOUT_REPORT = re.compile(
    r"(20\d{2})年?度?(?:[^,。;]{0,24})?(?:政府)?(?:信息|政务)公开(?:工作)?(?:年度)?(?:工作)?(?:情况)?报告"
)
_OPENING = re.compile(r"(?:^|。)(20\d{2})年(?!\d{1,2}月)(?:,|" + HAN + ")")
_LEGACY_HEADINGS = Pattern(
    r"咨询处理情况|支出和收费|收费及减免|申请行政复议、提起行政诉讼和申诉情况|公开的主要内容和形式"
)
# How much each piece of evidence weighs when years disagree: a wrong title must not outvote everything else.
_WEIGHTS = {"option": 100, "title": 3, "period": 2, "preamble": 2, "prose": 1, "signature": 1, "published": 1}
_FIRST_PLAUSIBLE_YEAR = 2003
_SHORTEST_REPORT_PROSE = 120


def year_evidence(
    title: Title | None,
    period: Period | None,
    preamble: Sequence[Paragraph],
    sections: Sequence[Section],
    signed: tuple[YearMonthDay, Span] | None,
    published: tuple[YearMonthDay, Span] | None,
) -> list[Evidence]:
    """Everything that speaks for a fiscal year. ``reason`` is the place it was found in."""
    found: list[Evidence] = []
    if title is not None and len(title.years) == 1:  # a title that names two years speaks for neither
        found.append(Evidence("year", str(title.years[0]), "title", title.span))
    if period is not None:
        found += [
            Evidence("year", str(year), "period", period.span) for year in {period.start[0], period.end[0]}
        ]
    for paragraph in preamble:
        if match := _ABOUT_REPORT.search(paragraph.text):
            found.append(Evidence("year", match[1], "preamble", paragraph.place(*match.span(1))))
            break
    found += _opening_year(sections)
    for reason, dated in (("signature", signed), ("published", published)):
        if dated is not None:
            found.append(Evidence("year", str(dated[0][0] - 1), reason, dated[1]))
    return [item for item in found if int(item.value) >= _FIRST_PLAUSIBLE_YEAR]


def _opening_year(sections: Sequence[Section]) -> list[Evidence]:
    """The year most sentences of the first part begin with."""
    places: dict[str, Span] = {}
    counts: Counter[str] = Counter()
    for section in sections[:1]:
        for paragraph in section.paragraphs:
            for match in _OPENING.finditer(paragraph.text):
                counts[match[1]] += 1
                places.setdefault(match[1], paragraph.place(*match.span(1)))
    return [Evidence("year", year, "prose", places[year]) for year, _ in counts.most_common(1)]


def fiscal_year(evidence: Sequence[Evidence]) -> int | None:
    """The year with the most weight behind it; on a tie the one found first."""
    votes: Counter[str] = Counter()
    for item in evidence:
        votes[item.value] += _WEIGHTS[item.reason]
    return int(votes.most_common(1)[0][0]) if votes else None


def choose_format(
    vocabulary: Vocabulary, year: int | None, catalogue: Catalogue
) -> tuple[Format, list[Evidence]]:
    """The format whose own labels stand in the tables; without such labels the year's, failing that the newest."""
    votes = [(vocabulary.counts[form.key], form) for form in catalogue if vocabulary.counts[form.key]]
    if votes:
        most = max(count for count, _ in votes)
        best = [form for count, form in votes if count == most]
        prescribed = catalogue.for_year(year) if year is not None else None
        form = prescribed if prescribed in best and prescribed is not None else best[-1]
        return form, [Evidence("format", form.key, "labels", vocabulary.first[form.key])]
    if year is not None and (by_year := catalogue.for_year(year)) is not None:
        return by_year, [Evidence("format", by_year.key, "year")]
    return catalogue.latest, [Evidence("format", catalogue.latest.key, "default")]


def kind_of(
    title: Title | None,
    sections: Sequence[Section],
    tables: dict[str, Table],
    evidence: Sequence[Evidence],
    preamble: Sequence[Paragraph],
    catalogue: Catalogue,
) -> Kind:
    """What sort of text this is. Only a ``report`` is checked."""
    exact = sum(section.match != "similar" for section in sections)
    rows = sum(len(table.rows) for table in tables.values())
    stated = [
        item for item in evidence if item.about == "year" and item.reason not in ("signature", "published")
    ]
    year = fiscal_year(stated)
    if not (exact >= 2 or rows >= 4 or ((title is not None or year is not None) and (exact or tables))):
        is_old = title is not None and bool(title.years) and title.years[0] < catalogue.formats[0].first_year
        return "legacy" if is_old else "other"
    figures = any(cell.value is not None for table in tables.values() for cell in table.cells())
    if year is None and not figures:
        written = sum(len(section.text) for section in sections)
        if written < _SHORTEST_REPORT_PROSE or (title is not None and "格式" in title.text):
            return "template"
    if year is not None and year < catalogue.formats[0].first_year and not rows:
        return "legacy"
    if year is None and not rows and _LEGACY_HEADINGS.search("".join(item.text for item in preamble)):
        return "legacy"
    return "report"
