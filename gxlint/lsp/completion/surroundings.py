"""Where in a report a line stands, told from the text alone: it may be half written, and not analysed yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gxlint.lsp.completion.matching import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.formats import Format, SectionForm

_MARKS = "#* \t\u3000"
_LONGEST_HEADING = 60
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,2}[、.,:]")
_SUBHEADING = re.compile(r"\([一二三四五六七八九十]{1,2}\)")
_HEAD = 40  # lines within which a title stands
_TITLE = re.compile(r"(?P<body>[\u4e00-\u9fff]{2,40})?(?P<year>20\d\d)年度?政府信息公开")


class Surroundings(NamedTuple):
    """Where a line stands.

    Attributes:
        place: ``preamble``, the key of a section, or ``overview.platform`` under the subheading of an aspect.
        section: the section, unless it is the preamble.
        present: keys of all sections that have a heading.
        first, last: the lines of the section, the last one not included.
    """

    place: str
    section: SectionForm | None
    present: frozenset[str]
    first: int
    last: int


def surroundings(lines: list[str], line: int, form: Format) -> Surroundings:
    """Where a line stands in a report; headings in that line itself are not looked at."""
    found = [(at, section) for at, section in _headings(lines, form) if at != line]
    before = [(at, section) for at, section in found if at < line]
    first, section = before[-1] if before else (0, None)
    last = next((at for at, _ in found if at > line), len(lines))
    place = "preamble" if section is None else _place(lines, first, line, section)
    return Surroundings(place, section, frozenset(section.key for _, section in found), first, last)


def title_of(lines: list[str]) -> tuple[int | None, str]:
    """The year and the body that a title names."""
    for line in lines[:_HEAD]:
        if match := _TITLE.search(plain(line)):
            return int(match["year"]), match["body"] or ""
    return None, ""


def _headings(lines: list[str], form: Format) -> Iterator[tuple[int, SectionForm]]:
    names = {plain(name): section for section in form.sections for name in _names(section)}
    for at, line in enumerate(lines):
        if "。" in line or "|" in line:  # most lines, and it costs nothing to tell
            continue
        text = line.strip(_MARKS + "\r\n")
        if 2 < len(text) <= _LONGEST_HEADING and (section := _section(text, names)) is not None:
            yield at, section


def _section(text: str, names: dict[str, SectionForm]) -> SectionForm | None:
    words = plain(text)
    number = _NUMBERED.match(words)
    return names.get(words[number.end() :] if number else words)


def _names(section: SectionForm) -> tuple[str, ...]:
    return section.heading, *section.variants, *section.accepted


def _place(lines: list[str], first: int, line: int, section: SectionForm) -> str:
    """The section, or the aspect under whose subheading the line stands."""
    for text in reversed(lines[first + 1 : line]):
        text = text.lstrip(_MARKS)
        if not text.startswith(("(", "（")):
            continue
        words = plain(text[:_LONGEST_HEADING])
        if not (match := _SUBHEADING.match(words)):
            continue
        rest = words[match.end() :]
        return next(
            (f"{section.key}.{aspect.key}" for aspect in section.aspects if rest.startswith(aspect.title)),
            section.key,
        )
    return section.key
