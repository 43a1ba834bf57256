"""A part without a heading of its own: merged into a neighbour, one level down, or in other words."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.formats import SectionForm
from gxlint.model import Heading, Report, Section
from gxlint.source import Span
from gxlint_national.structure.outline import index_of, inner_headings

LONGEST_HEADING = 26
_TITLE_ENDS = "。;!?,"


def disguised(
    form: SectionForm, before: Section | None, after: Section | None, report: Report
) -> Span | None:
    """What stands for a part that has no section, between the sections around it; none when nothing does."""
    for section in (before, after):
        if section is not None and _names_part(section.heading.title, form):
            return section.heading.title_span
    # The aspects of 总体情况 carry the names of other parts by right.
    by_name = before is not None and not before.form.aspects
    for heading in _between(before, after, report):
        if _has_number(heading, form, report) or (by_name and _names_part(heading.title, form)):
            return heading.span
    return _plain_line(form, before, report) if before is not None and by_name else None


def _between(before: Section | None, after: Section | None, report: Report) -> Iterator[Heading]:
    end = after.heading.span.start if after else len(report.text)
    headings = report.other_headings if before is None else inner_headings(before, report)
    return (heading for heading in headings if heading.span.start < end)


def _has_number(heading: Heading, form: SectionForm, report: Report) -> bool:
    """Whether a first-level heading in other words carries the part's number."""
    return heading.level == 1 and heading.ordinal == index_of(form.key, report)


def _plain_line(form: SectionForm, before: Section, report: Report) -> Span | None:
    for paragraph in before.paragraphs:
        title = report.document.slice(paragraph.span).strip()
        is_title = len(title) <= LONGEST_HEADING and not any(mark in title for mark in _TITLE_ENDS)
        if is_title and _names_part(_number().sub("", title, count=1), form):
            return paragraph.span
    return None


def _names_part(title: str, form: SectionForm) -> bool:
    if len(title) > LONGEST_HEADING:
        return False
    return any(all(word in title for word in words) for words in form.keywords)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"^[\s#*]*(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?")
