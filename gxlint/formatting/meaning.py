"""What a report says, apart from how it is written: what must be the same before and after."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from gxlint.model import Heading, Paragraph, Report, Row, Stray, Table

Meaning: TypeAlias = tuple[object, ...]


def meaning(report: Report) -> Meaning:
    """What a report says. Spaces, and the wording by which a label was recognised, make no difference."""
    title, period, signature, published = report.title, report.period, report.signature, report.published
    return (
        report.kind,
        report.format.key,
        report.year,
        report.organisation,
        report.body_type,
        report.scope,
        title and (_squeezed(title.text), title.years, title.organisation),
        period and (period.start, period.end),
        (signature.name, signature.date),
        published and published[0],
        _texts(report.preamble),
        tuple(
            (
                section.key,
                _heading(section.heading),
                _texts(section.paragraphs),
                _headings(section.subheadings),
            )
            for section in report.sections
        ),
        _texts(report.furniture),
        _headings(report.other_headings),
        tuple((key, *_table(table)) for key, table in report.tables.items()),
    )


def _table(table: Table) -> Iterator[object]:
    yield tuple((label.role, label.key) for label in table.labels)
    yield tuple(map(_row, table.rows.values()))
    yield tuple(map(_row, table.duplicates))
    yield tuple(map(_stray, table.strays))


def _row(row: Row) -> Meaning:
    cells = tuple((cell.column, _squeezed(cell.raw), cell.value, cell.state) for cell in row.cells)
    return row.key, row.problem, row.found, cells


def _stray(stray: Stray) -> Meaning:
    # A rule may stand in the middle of what belongs to no row.
    return stray.kind, re.sub("[-─━═]{2,}", "--", _squeezed(stray.text)), stray.cells


def _texts(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    return tuple(_squeezed(paragraph.text) for paragraph in paragraphs)


def _headings(headings: Iterable[Heading]) -> Meaning:
    return tuple(map(_heading, headings))


def _heading(heading: Heading) -> Meaning:
    return heading.number, heading.level, heading.title


def _squeezed(text: str) -> str:
    return "".join(text.split())
