"""The parts of a report that a rule of a pack may look at."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gxlint.formats import Catalogue, Format
from gxlint.model import Heading, Paragraph, Report, Section, Title
from gxlint.source import Span

PREAMBLE, TITLE, DOCUMENT = "preamble", "title", "document"
ELSEWHERE = {
    PREAMBLE: ("前言", "the preamble"),
    TITLE: ("标题", "the title"),
    DOCUMENT: ("全文", "the report"),
}

_LONGEST_TITLE = 24  # where lines are lost, prose runs on behind the words of a subheading


class Passage(NamedTuple):
    """A part of a report.

    Attributes:
        place: what a finding about the part as a whole points at.
        paragraphs: its prose.
        whole: whether it is all of what was asked for; not where a subheading was not found and the whole section
            stands for it.
    """

    place: Heading | Title | Span
    paragraphs: tuple[Paragraph, ...]
    whole: bool = True

    @property
    def text(self) -> str:
        """Its prose, a paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def passage(report: Report, keys: Iterable[str]) -> Passage | None:
    """These parts of a report taken together; none where it has none of them."""
    found = [part for key in keys if (part := _passage(report, key)) is not None]
    if not found:
        return None
    paragraphs = tuple(paragraph for part in found for paragraph in part.paragraphs)
    return Passage(found[0].place, paragraphs, all(part.whole for part in found))


def known_places(catalogue: Catalogue) -> Iterator[str]:
    """Everything that may be named as a part."""
    yield from ELSEWHERE
    for form in catalogue:
        for section in form.sections:
            yield section.key
            yield from (f"{section.key}.{aspect.key}" for aspect in section.aspects)


def names(keys: Sequence[str], form: Format, lang: str) -> str:
    """What these parts are called."""
    return ("、" if lang == "zh" else ", ").join(_name(key, form, lang) for key in keys)


def _name(key: str, form: Format, lang: str) -> str:
    if key in ELSEWHERE:
        return ELSEWHERE[key][lang == "en"]
    section_key, _, aspect_key = key.partition(".")
    section = form.section_forms.get(section_key)
    if section is None:
        return key
    aspect = next((aspect for aspect in section.aspects if aspect.key == aspect_key), None)
    return f"“{aspect.title}”" if aspect else f"“{section.heading}”"


def _passage(report: Report, key: str) -> Passage | None:
    if key == PREAMBLE:
        return Passage(start_of(report), tuple(report.preamble))
    if key == TITLE:
        title = report.title
        return Passage(title, (Paragraph(report.document.slice(title.span), title.span),)) if title else None
    if key == DOCUMENT:
        return Passage(start_of(report), tuple(report.prose()))
    section_key, _, aspect_key = key.partition(".")
    section = report.section(section_key)
    if section is None:
        return None
    if not aspect_key:
        return Passage(section.heading, tuple(section.paragraphs))
    return _under(section, aspect_key)


def start_of(report: Report) -> Title | Span:
    """Where a finding about the whole report points: its title, or its first line."""
    if report.title is not None:
        return report.title
    first = next((line for line in report.document.lines if line.end > line.start), None)
    return Span(first.start, first.end) if first else Span(0, 0)


def _under(section: Section, aspect_key: str) -> Passage | None:
    """What stands under the subheading of an aspect; without one, the section."""
    aspect = next((aspect for aspect in section.form.aspects if aspect.key == aspect_key), None)
    if aspect is None:
        return None
    core = aspect.title.removeprefix("政府信息公开").removeprefix("政府")
    for index, heading in enumerate(section.subheadings):
        if core in heading.title[:_LONGEST_TITLE]:
            rest = section.subheadings[index + 1 :]
            end = next((other.span.start for other in rest if other.level <= heading.level), section.span.end)
            inside = (part for part in section.paragraphs if heading.span.start <= part.span.start < end)
            return Passage(heading, tuple(inside))
    return Passage(section.heading, tuple(section.paragraphs), whole=False)
