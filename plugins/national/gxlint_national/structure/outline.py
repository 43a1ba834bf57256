"""The headings of the first level, and which of them really divide the report.

A report may name a part twice, add a part of its own, or use 一、二、三、 for a list inside a part. The rules
about headings all ask here, so that each of these is understood once.
"""

from collections.abc import Iterator

from gxlint.formats import SectionForm
from gxlint.model import Heading, Report, Section
from gxlint.source.record import Record


class Top(Record, frozen=True):
    """A heading of the first level; ``section`` is none where it opens no official part."""

    heading: Heading
    section: Section | None

    @property
    def key(self) -> str | None:
        """The official part it opens."""
        return self.section.key if self.section else None


class Outline(Record, frozen=True):
    """First-level headings told apart.

    ``parts`` is the one section taken for each official part, ``tops`` all headings that divide the report in
    text order, ``doubles`` sections whose part stands elsewhere too.
    """

    parts: dict[str, Section]
    tops: tuple[Top, ...]
    doubles: tuple[Section, ...]

    def missing(self, report: Report) -> tuple[SectionForm, ...]:
        """Official parts without a heading."""
        return tuple(form for form in report.format.sections if form.key not in self.parts)


def outline(report: Report) -> Outline:
    """The outline of a report."""
    return report.once(_outline)


def is_part(section: Section, report: Report) -> bool:
    """Whether this is the section taken for its official part, not a double."""
    return outline(report).parts.get(section.key) is section


def index_of(key: str, report: Report) -> int:
    """The official ordinal of a part, from 1."""
    return [form.key for form in report.format.sections].index(key) + 1


def inner_headings(section: Section, report: Report) -> list[Heading]:
    """Every numbered heading inside a section, in text order, also those worded like an official part."""
    others = (heading for heading in report.other_headings if section.body.covers(heading.span.start))
    return sorted((*section.subheadings, *others), key=lambda heading: heading.span.start)


def _outline(report: Report) -> Outline:
    parts: dict[str, Section] = {}
    for section in report.sections:
        known = parts.get(section.key)
        if known is None or _rank(section) > _rank(known):
            parts[section.key] = section
    tops: list[Top] = []
    for before, after, run in _runs(report):
        if before is not None:
            tops.append(Top(before.heading, before))
        if _divides(before, after, run, report):
            tops.extend(Top(heading, None) for heading in run)
    doubles = tuple(section for section in report.sections if parts[section.key] is not section)
    return Outline(parts, tuple(tops), doubles)


def _rank(section: Section) -> tuple[bool, bool]:
    return section.match != "similar", section.has_prose


def _runs(report: Report) -> Iterator[tuple[Section | None, Section | None, tuple[Heading, ...]]]:
    """For each stretch: the section it belongs to, the next section, and the first-level headings in it."""
    bounds = [None, *report.sections]
    # 第/二,2024年…… is a line that was wrapped in the middle of a sentence.
    first_level = [
        heading
        for heading in report.other_headings
        if heading.level == 1 and heading.ordinal and not heading.style.endswith(",")
    ]
    for before, after in zip(bounds, [*report.sections, None], strict=True):
        if not first_level:
            yield before, after, ()
            continue
        start = before.heading.span.end if before else 0
        end = after.heading.span.start if after else len(report.text)
        yield before, after, tuple(heading for heading in first_level if start <= heading.span.start < end)


def _divides(before: Section | None, after: Section | None, run: tuple[Heading, ...], report: Report) -> bool:
    """Whether headings of no official part go on counting where the sections stopped."""
    if not run:
        return False
    if before is None:
        return run[0].ordinal == 1 and after is not None and after.heading.ordinal == run[-1].ordinal + 1
    return run[0].ordinal == (before.heading.ordinal or index_of(before.key, report)) + 1
