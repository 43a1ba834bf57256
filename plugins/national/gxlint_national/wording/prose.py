"""All prose of a report as one text, so that one look at it serves a whole rule.

Paragraphs stand one a line, the title first, the signature and the date of publication last; offsets in this text turn
into places of the document here and nowhere else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from gxlint.model import Paragraph, Report
from gxlint.model.prose import paragraph as paragraph_over
from gxlint.rules import Where
from gxlint.source import Span
from gxlint.source.record import Record
from gxlint_national.wording.presence import Presence

_LONGEST_SENTENCE = 400
_ADDRESS = re.compile(r"(?:https?:|www\.)[\w./:?=&%#~+-]*|[\w.-]+@[\w.-]+")


class Prose(Record, frozen=True):
    """The text, and where each of its paragraphs begins.

    ``text`` reads as the paragraphs do, one a line; ``words`` tells quickly what occurs in it. ``sections`` names the part
    each paragraph stands in: the key of an official part, ``preamble``, ``title`` or ``signature``.
    """

    text: str
    starts: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[str, ...]
    words: Presence

    def place(self, start: int, end: int) -> Span:
        """Where a stretch of the text stands in the document; it must not reach beyond its paragraph."""
        index = self.index_at(start)
        first = self.starts[index]
        return self.paragraphs[index].place(start - first, end - first)

    def where(self, start: int) -> Where:
        """The address of what stands at an offset: the official part it belongs to."""
        section = self.sections[self.index_at(start)]
        return Where() if section in ("title", "preamble", "signature") else Where(section=section)

    def index_at(self, start: int) -> int:
        """The number of the paragraph at an offset."""
        return bisect_right(self.starts, start) - 1

    def section_at(self, start: int) -> str:
        """The part that an offset lies in."""
        return self.sections[self.index_at(start)]

    def sentence_at(self, start: int) -> tuple[int, int]:
        """The bounds of the sentence around an offset, its closing mark left out."""
        return around(self.text, start, start, "。\n!?")


def prose(report: Report) -> Prose:
    """The prose of a report."""
    return report.once(_prose)


def one_paragraph(report: Report) -> str:
    """The text of the only paragraph that a report has, in one line, as in its ``prose``."""
    return next(report.prose()).text.replace("\n", " ")


def lines_of(report: Report, around: int = 0) -> str:
    """The only paragraph that a report has as it stands in the document, with so many characters on either side of it."""
    start, end = next(report.prose()).span
    return report.text[max(0, start - around) : end + around]


def around(text: str, start: int, end: int, marks: str) -> tuple[int, int]:
    """The bounds of what stands around a stretch up to the nearest of these marks, as far as a sentence can reach."""
    lowest, highest = max(0, start - _LONGEST_SENTENCE), min(len(text), end + _LONGEST_SENTENCE)
    begin = max([lowest, *(at + 1 for mark in marks if (at := text.rfind(mark, lowest, start)) >= 0)])
    finish = min([highest, *(at for mark in marks if (at := text.find(mark, end, highest)) >= 0)])
    return begin, finish


def clean_text(report: Report) -> str:
    """The text of the prose, addresses blanked out."""
    return report.once(_clean_text)


def without_addresses(text: str) -> str:
    """The text with web and mail addresses blanked out, length kept: their figures and marks say nothing."""
    if "http" not in text and "www." not in text and "@" not in text:
        return text
    return _ADDRESS.sub(lambda match: " " * len(match[0]), text)


def _clean_text(report: Report) -> str:
    return without_addresses(prose(report).text)


def _prose(report: Report) -> Prose:
    entries = list(_entries(report))
    paragraphs, sections = (tuple(column) for column in zip(*entries, strict=True)) if entries else ((), ())
    text, starts, words = _joined(tuple(paragraph.text for paragraph in paragraphs))
    return Prose(text, starts, paragraphs, sections, words)


@lru_cache(maxsize=16)
def _joined(texts: tuple[str, ...]) -> tuple[str, tuple[int, ...], Presence]:
    """Texts one a line, where each begins, and what occurs in them; the same for a report whose tables alone change."""
    starts = tuple(accumulate((len(text) + 1 for text in texts[:-1]), initial=0)) if texts else ()
    # A paragraph may hold line ends of its own; a blank says the same and keeps one paragraph one line.
    text = "\n".join(text.replace("\n", " ") for text in texts)
    return text, starts, Presence(text)


def _entries(report: Report) -> Iterator[tuple[Paragraph, str]]:
    if report.title is not None:
        yield paragraph_over(report.document, report.title.span), "title"
    for paragraph in report.preamble:
        yield paragraph, "preamble"
    for section in report.sections:
        for paragraph in section.paragraphs:
            yield paragraph, section.key
    published = report.published[1] if report.published else None
    for span in (report.signature.name_span, report.signature.date_span, published):
        if span is not None:
            yield paragraph_over(report.document, span), "signature"
