"""All places a report names, to see that they lie where they say."""

from collections.abc import Iterator

from gxlint.model import Report, Row, Section, Table
from gxlint.source import Span


def spans_of(report: Report) -> Iterator[tuple[str, Span]]:
    """Every span in a report with a word on what it is."""
    if report.title:
        yield "title", report.title.span
        yield from (("title again", span) for span in report.title.repeated)
    if report.period:
        yield "period", report.period.span
    if report.published:
        yield "published", report.published[1]
    for name, span in (("signed by", report.signature.name_span), ("signed on", report.signature.date_span)):
        if span is not None:
            yield name, span
    yield from (("evidence", item.span) for item in report.evidence if item.span is not None)
    yield from (("preamble", item.span) for item in report.preamble)
    yield from (("furniture", item.span) for item in report.furniture)
    yield from (("heading", item.span) for item in report.other_headings)
    for section in report.sections:
        yield from _section(section)
    for table in report.tables.values():
        yield from _table(table)


def _section(section: Section) -> Iterator[tuple[str, Span]]:
    yield section.key, section.span
    yield f"{section.key} body", section.body
    for heading in (section.heading, *section.subheadings):
        yield "heading", heading.span
        yield "heading title", heading.title_span
    yield from ((f"{section.key} paragraph", paragraph.span) for paragraph in section.paragraphs)


def _table(table: Table) -> Iterator[tuple[str, Span]]:
    yield table.key, table.span
    yield from (("label", label.span) for label in table.labels)
    yield from (("stray", stray.span) for stray in table.strays)
    for row in (*table.rows.values(), *table.duplicates):
        yield from _row(row)


def _row(row: Row) -> Iterator[tuple[str, Span]]:
    yield row.key, row.span
    yield "label", row.label.span
    yield from ((cell.address, cell.span) for cell in row.cells)


def misplaced(report: Report) -> list[str]:
    """Spans that do not lie inside the text, or whose place in the source cannot be named."""
    document = report.document
    size, lines = len(document.text), len(document.source.line_starts)
    found = []
    for name, span in spans_of(report):
        if not 0 <= span.start <= span.end <= size:
            found.append(f"{name}: {span} of {size}")
            continue
        begin, end = document.range(span)
        if not (0 <= begin.line <= end.line < lines):
            found.append(f"{name}: {begin} to {end} of {lines} lines")
    return found
