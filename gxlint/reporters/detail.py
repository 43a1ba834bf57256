"""What stands in a report, piece by piece in its order, for outputs that show the text beside the findings.

Plain data like the records. Findings are named by their number in the record's list, from 0.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from gxlint.reporters.detail_tables import table_detail
from gxlint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gxlint.model import Report, Table
    from gxlint.readers.document import Document
    from gxlint.reporters.detail_tables import TableDetail
    from gxlint.rules import Finding

# Tabs and line breaks that end no line of the document; one character each, so that places stay where they are.
_BLANKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")

Kind: TypeAlias = Literal["title", "heading", "text", "furniture"]


class Mark(NamedTuple):
    """The place of a finding inside a passage, as offsets into its text; empty where something is to be put in."""

    start: int
    end: int
    finding: int


class Passage(NamedTuple):
    """A line of the text, or what stands of it outside tables."""

    kind: Kind
    text: str
    marks: tuple[Mark, ...]


class Detail(NamedTuple):
    """A whole report: its passages and tables in their order. ``unplaced`` are findings that stand in none of them."""

    pieces: tuple[Passage | TableDetail, ...]
    unplaced: tuple[int, ...]


def detail_of(report: Report, findings: Sequence[Finding]) -> Detail:
    """All that stands in a report, with the places of the findings."""
    tables = sorted(report.tables.values(), key=lambda table: table.span.start)
    waiting = dict(enumerate(findings))
    pieces: list[tuple[int, Passage | TableDetail]] = []
    for table in tables:
        made, placed = table_detail(table, waiting, is_own=own_span(table, tables))
        for number in placed:
            del waiting[number]
        pieces.append((table.span.start, made))
    for span in _outside(report, tables):
        passage = _passage(report, span, waiting)
        if not passage.marks and not any(map(str.isalnum, passage.text)):
            continue  # what is left of a table's frame, or of Markdown
        for mark in passage.marks:
            del waiting[mark.finding]
        pieces.append((span.start, passage))
    pieces.sort(key=lambda piece: piece[0])
    return Detail(tuple(piece for _, piece in pieces), tuple(waiting))


def own_span(table: Table, tables: Iterable[Table]) -> Span:
    """What is this table's alone: a broken text may have tables begin within one another."""
    later = [other.span.start for other in tables if other.span.start > table.span.start]
    return Span(table.span.start, min((table.span.end, *later)))


def _outside(report: Report, tables: Iterable[Table]) -> Iterator[Span]:
    """The lines without what stands in tables, cut where a heading begins or ends."""
    cuts = sorted({edge for section in report.sections for edge in section.heading.span})
    for line in report.document.lines:
        for span in _without(Span(line.start, line.end), tables):
            edges = [span.start, *(cut for cut in cuts if span.start < cut < span.end), span.end]
            for start, end in pairwise(edges):
                if report.document.text[start:end].strip():
                    yield Span(start, end)


def _without(span: Span, tables: Iterable[Table]) -> Iterator[Span]:
    start = span.start
    for table in tables:
        if table.span.start < span.end and start < table.span.end:
            if start < table.span.start:
                yield Span(start, table.span.start)
            start = table.span.end
    if start < span.end:
        yield Span(start, span.end)


def _passage(report: Report, span: Span, waiting: dict[int, Finding]) -> Passage:
    document = report.document
    text = _text(document, span)
    marks = tuple(
        _mark(document, span, finding.span, number, len(text))
        for number, finding in waiting.items()
        if span.start <= finding.span.start < span.end or (finding.span.start == finding.span.end == span.end)
    )
    return Passage(_kind(report, span), text, marks)


def _text(document: Document, span: Span) -> str:
    """The words of the source; of a page, whose source is markup, those that were read from it."""
    text = document.slice(span) if document.kind == "html" else document.raw(span)
    return text.translate(_BLANKS)


def _mark(document: Document, passage: Span, place: Span, finding: int, length: int) -> Mark:
    start, end = place.start - passage.start, place.end - passage.start
    if document.kind != "html":
        begin = document.view.source_span(passage).start
        source = document.view.source_span(place)
        start, end = source.start - begin, source.end - begin
    start = max(0, min(start, length))
    return Mark(start, max(start, min(end, length)), finding)


def _kind(report: Report, span: Span) -> Kind:
    title = report.title
    if title is not None and title.span.start < span.end and span.start < title.span.end:
        return "title"
    if any(
        section.heading.span.start <= span.start < section.heading.span.end for section in report.sections
    ):
        return "heading"
    if any(outer.span.start <= span.start < outer.span.end for outer in report.furniture):
        return "furniture"
    return "text"
