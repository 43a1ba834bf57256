"""What a place in a report lies in, from a word to the whole document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gxlint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.model import Paragraph, Report

# A number, letters, or Chinese characters without anything between.
_WORDS = re.compile(r"[\d.,０-９]*[\d０-９]+%?|[A-Za-z]+|[^\W\d_A-Za-z]+")
_SENTENCE_ENDS = re.compile(r"[。；！？;!?\r\n]")


def widening(report: Report, offset: int) -> list[Span]:
    """Ever larger stretches of the source around a place, as offsets; the last one is all of it."""
    source = report.document.source
    whole = Span(0, len(source.text))
    found: list[Span] = []
    for span in (*_inside(report, offset), *_sections(report, offset), whole):
        inner = found[-1] if found else Span(offset, offset)
        if span.start <= inner.start and span.end >= inner.end and (not found or span != inner):
            found.append(span)
    return found


def _inside(report: Report, offset: int) -> Iterator[Span]:
    table = next((span for span in _tables(report) if span.covers(offset)), None)
    line = _line(report, offset)
    if table is not None:
        cell = _cell(report, line, offset)
        yield from _word(report, cell, offset)
        yield cell
        yield line
        yield table
        return
    paragraph = next((span for span in _paragraphs(report) if span.covers(offset)), line)
    sentence = _sentence(report, paragraph, offset)
    yield from _word(report, sentence, offset)
    yield sentence
    yield paragraph


def _tables(report: Report) -> Iterator[Span]:
    """The tables, whole lines of them."""
    for table in report.tables.values():
        start, end = report.document.view.source_span(table.span)
        yield _line(report, start).hull(_line(report, end))


def _paragraphs(report: Report) -> Iterator[Span]:
    paragraphs: list[Paragraph] = [*report.prose(), *report.furniture]
    return (report.document.view.source_span(paragraph.span) for paragraph in paragraphs)


def _sections(report: Report, offset: int) -> Iterator[Span]:
    """The part under the nearest heading, then the section."""
    view = report.document.view
    for section in report.sections:
        span = view.source_span(_trimmed(report, section.span))
        if not span.covers(offset):
            continue
        starts = [view.source_offset(heading.span.start) for heading in section.subheadings]
        before = [start for start in starts if start <= offset]
        if before:
            end = min((start for start in starts if start > offset), default=span.end)
            yield Span(before[-1], len(report.document.source.text[:end].rstrip()))
        yield span


def _trimmed(report: Report, span: Span) -> Span:
    text = report.document.slice(span)
    return Span(span.start, span.start + len(text.rstrip()))


def _line(report: Report, offset: int) -> Span:
    """The line of a place, without white space around."""
    source = report.document.source
    start, end = source.line_bounds(source.line_of(offset))
    return _stripped(report, Span(start, end))


def _cell(report: Report, line: Span, offset: int) -> Span:
    """What stands between the bars around a place; the whole line where there are none."""
    from gxlint.formatting.bars import bar_places

    text = report.document.source.text[line.start : line.end]
    bars = [line.start + bar for bar in bar_places(text)]
    start = max((bar + 1 for bar in bars if bar < offset), default=line.start)
    end = min((bar for bar in bars if bar >= offset), default=line.end)
    return _stripped(report, Span(start, max(start, end)))


def _sentence(report: Report, paragraph: Span, offset: int) -> Span:
    """The sentence around a place, its full stop included."""
    text = report.document.source.text
    stops = [match.end() for match in _SENTENCE_ENDS.finditer(text, paragraph.start, paragraph.end)]
    start = max((stop for stop in stops if stop <= offset and stop < paragraph.end), default=paragraph.start)
    end = min((stop for stop in stops if stop > offset), default=paragraph.end)
    return _stripped(report, Span(start, max(start, end)))


def _word(report: Report, within: Span, offset: int) -> Iterator[Span]:
    """The word or number at a place; where two meet, the one that begins there."""
    text = report.document.source.text
    touching = [match.span() for match in _WORDS.finditer(text, within.start, within.end)]
    found = [Span(start, end) for start, end in touching if start <= offset <= end]
    if found:
        yield found[-1]


def _stripped(report: Report, span: Span) -> Span:
    text = report.document.source.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.start + len(text.rstrip())))
