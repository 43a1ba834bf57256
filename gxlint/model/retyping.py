"""A report that was read a moment ago, in one sentence of which somebody has typed since.

Most of what is typed goes into a sentence of plain prose, and all the rest of the report stays what it was, only further
down. Where the words might mean more than that (a heading, a line that may be the page's, the period, another year),
the report has to be read anew.
"""

from typing import NamedTuple

from gxlint.formats import Catalogue
from gxlint.model.body import scope
from gxlint.model.build import opening, period_in
from gxlint.model.dates import find_periods
from gxlint.model.decide import year_evidence
from gxlint.model.front import is_no_title
from gxlint.model.moving import Moving
from gxlint.model.prose import LONGEST_WRAPPED, SHORTEST_WRAPPED, TITLE_END, paragraph
from gxlint.model.report import Paragraph, Report
from gxlint.readers.document import Document
from gxlint.source.change import Change
from gxlint.syntax import lexer_for
from gxlint.syntax.headings import numbered
from gxlint.syntax.sentences import line_at, stays_prose

_DATED = ("时间", "日期")


class _Place(NamedTuple):
    """Where a paragraph stands: which one it is of which part; the preamble is number -1."""

    part: int
    at: int


class Retyped(NamedTuple):
    """A report, and its paragraph that has changed."""

    report: Report
    paragraph: Paragraph


def retyped(before: Report, document: Document, change: Change, catalogue: Catalogue) -> Retyped | None:
    """The report in a document, by what was known before somebody typed; none where it has to be read anew.

    Args:
        before: what was recognised before.
        document: as it is now; it has the same lines.
        change: what has become of the text.
        catalogue: the formats that were looked for.
    """
    place = _place(before, change)
    if place is None or before.kind != "report" or _stands_in_table(before, change):
        return None
    old = _part(before, place.part)[place.at]
    new = paragraph(document, change.moved(old.span))
    if not stays_prose(lexer_for(catalogue), before.document, document, change):
        return None
    lines = line_at(before.document, change).strip(), line_at(document, change).strip()
    if _may_wrap(before, *lines) or _may_frame(before, place, lines):
        return None
    if _decides(before, place, old, new, change):
        return None
    report = _moved(before, document, change)
    _part(report, place.part)[place.at] = new
    if before.period is not None and old.span.covers(before.period.span.start):
        report.period = period_in([new])
    return Retyped(report, new) if _is_same(report, before) else None


def _place(report: Report, change: Change) -> _Place | None:
    """The paragraph that the change lies inside; none where it lies in no paragraph."""
    inside = [at for at, section in enumerate(report.sections) if change.is_inside(section.span)]
    part = inside[0] if inside else -1
    for index, item in enumerate(_part(report, part)):
        if change.is_inside(item.span):
            return _Place(part, index)
    return None


def _stands_in_table(report: Report, change: Change) -> bool:
    """Whether a table goes on behind the change: words among its rows may be a paragraph by themselves."""
    return any(table.span.covers(change.start) for table in report.tables.values())


def _part(report: Report, number: int) -> list[Paragraph]:
    return report.preamble if number < 0 else report.sections[number].paragraphs


def _may_wrap(report: Report, old: str, new: str) -> bool:
    """Whether, with another line, it may be another question whether lines end where a page was full."""
    lengths = len(old), len(new)
    if min(lengths) >= SHORTEST_WRAPPED and max(lengths) <= LONGEST_WRAPPED:
        return False
    if min(lengths) > LONGEST_WRAPPED and numbered(new) is None:
        return False
    others = (report.document.slice(item.span) for item in report.prose())
    return not any(
        len(text) > LONGEST_WRAPPED and "\n" not in text and text != old and numbered(text) is None
        for text in others
    )


def _may_frame(report: Report, place: _Place, lines: tuple[str, str]) -> bool:
    """Whether a line may be a piece of the title, or the signature."""
    if all(line.endswith("。") for line in lines):
        return False
    if place.part == len(report.sections) - 1:
        return True
    return place.part < 0 and not all(map(is_no_title, lines))


def _decides(before: Report, place: _Place, old: Paragraph, new: Paragraph, change: Change) -> bool:
    """Whether what stands in the paragraph decides about more than the paragraph."""
    if numbered(new.text) is not None:  # the title behind a number ends at the first mark
        stop = TITLE_END.search(before.text, old.span.start, old.span.end)
        if stop is None or stop.end() >= change.start:
            return True
    if [item[:2] for item in find_periods(old.text)] != [item[:2] for item in find_periods(new.text)]:
        return True
    if place.part >= 0:
        return False
    # A date of publication, or the name of the body, may be told before the first section.
    if any(word in item.text for word in _DATED for item in (old, new)):
        return True
    return all(
        item.about != "organisation" or item.reason in ("preamble", "option") for item in before.evidence
    )


def _is_same(report: Report, before: Report) -> bool:
    """Take anew what is gathered from everywhere; whether it comes to the same, and so does all that rests on it."""
    signature = report.signature
    signed = (signature.date, signature.date_span) if signature.date and signature.date_span else None
    option = [item for item in report.evidence if (item.about, item.reason) == ("year", "option")]
    years = year_evidence(
        report.title, report.period, report.preamble, report.sections, signed, report.published
    )
    report.evidence = [*option, *years, *(item for item in report.evidence if item.about != "year")]
    return [(item.value, item.reason) for item in report.evidence] == [
        (item.value, item.reason) for item in before.evidence
    ] and scope(opening(report.preamble, report.sections)) == before.scope


def _moved(before: Report, document: Document, change: Change) -> Report:
    """The report as it was, everything behind the change further down."""
    moving = Moving(change)
    published = before.published
    return before.replaced(
        document=document,
        title=moving.title(before.title),
        period=before.period and moving.placed(before.period),
        signature=moving.signature(before.signature),
        published=published and (published[0], change.moved(published[1])),
        preamble=[moving.placed(item) for item in before.preamble],
        sections=[moving.section(section) for section in before.sections],
        tables={key: moving.table(table) for key, table in before.tables.items()},
        furniture=[moving.placed(item) for item in before.furniture],
        other_headings=[moving.heading(item) for item in before.other_headings],
        evidence=[moving.evidence(item) for item in before.evidence],
        _memo={},
    )
