"""Short names and where a report defines them: 以下简称《条例》."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gxlint.model import Report
from gxlint.source import Span
from gxlint.source.pattern import Pattern
from gxlint.source.record import Record
from gxlint_national.citations.register import cited_law
from gxlint_national.citations.scan import Cited, every_paragraph

_DEFINING = re.compile(r"[简下统均合皆并]称[为作是:]{0,2}")
_REACH = 40
_NEAR = 300
_DEFINITION_ENDS = ")。;"
_MARKED = re.compile(r"(新?)(?:修订的?)?《([^《》]{1,40})》")
_PLAIN = Pattern(r"[“\"'‘「]?(新?)((?:政府)?(?:信息公开)?条例)")
_SHORT = ("条例", "新条例")


class ShortName(Record, frozen=True):
    """A short name as written, 《》 included: 《条例》, 新《条例》.

    ``at`` orders it in the report: number of the paragraph, offset. ``new`` is whether 新 stands before the marks.
    """

    at: tuple[int, int]
    name: str
    new: bool
    span: Span

    @property
    def written(self) -> str:
        """As it stands in the text."""
        return f"{'新' if self.new else ''}《{self.name}》"


class Abbreviations(NamedTuple):
    """Definitions of short names for some 条例, and uses of 《条例》 that mean the regulation."""

    definitions: tuple[ShortName, ...]
    uses: tuple[ShortName, ...]


def abbreviations(report: Report) -> Abbreviations:
    """The short names of a report; computed once."""
    return report.once(_read)


def _read(report: Report) -> Abbreviations:
    definitions: list[ShortName] = []
    uses: list[ShortName] = []
    for number, cited in enumerate(every_paragraph(report)):
        here = list(_definitions(cited, number)) if "称" in cited.paragraph.text else []
        if not (here or cited.titles):
            continue
        here += _in_brackets(cited, number)
        definitions += here
        defined = {item.at[1] for item in here}
        uses += (use for use in _uses(cited, number) if use.at[1] not in defined)
    return Abbreviations(tuple(definitions), tuple(uses))


def _definitions(cited: Cited, number: int) -> Iterator[ShortName]:
    text = cited.paragraph.text
    for match in _DEFINING.finditer(text):
        reach = min(len(text), match.end() + _REACH)
        ends = [text.find(mark, match.end(), reach) for mark in _DEFINITION_ENDS]
        stop = min((end for end in ends if end >= 0), default=reach)
        marked = list(_MARKED.finditer(text, match.end(), stop))
        plain = None if marked else _PLAIN.match(text, match.end(), stop)
        for each in marked or ([plain] if plain else []):
            if each[2].endswith("条例"):
                start = each.start(2) - 1 if marked else each.start(2)
                yield ShortName(
                    (number, start), each[2], bool(each[1]), cited.place(each.start(), each.end())
                )


def _in_brackets(cited: Cited, number: int) -> Iterator[ShortName]:
    """《中华人民共和国政府信息公开条例》(《条例》): a definition without a word."""
    text = cited.paragraph.text
    for title in cited.titles:
        if (
            title.text in _SHORT
            and text[title.start - 2 : title.start] == "》("
            and text[title.end : title.end + 1] == ")"
        ):
            yield ShortName((number, title.start), title.text, False, cited.place(title.start, title.end))


def _uses(cited: Cited, number: int) -> Iterator[ShortName]:
    another = -_NEAR
    for title in cited.titles:
        if title.text not in _SHORT:
            another = title.end if _is_another(title.text) else another
        elif title.start - another >= _NEAR:
            new = cited.paragraph.text[title.start - 1 : title.start] == "新"
            yield ShortName((number, title.start), title.text, new, cited.place(title.start - new, title.end))


def _is_another(title: str) -> bool:
    """Whether a title is that of another 条例, so that 《条例》 behind it may mean that one."""
    if not title.endswith("条例"):
        return False
    entry = cited_law(title)
    return entry is None or entry.key != "regulation"
