"""What a report lacks of the official form, and where it belongs."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.formats import SectionForm, TableForm
from gxlint.forms.layout import Layout, written
from gxlint.forms.levels import level_of
from gxlint.forms.pieces import Piece, section_pieces, table_piece
from gxlint.forms.wording import Filling
from gxlint.model import Report, Section
from gxlint.source import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_MARKS = "#>* \t\u3000"


class Gap(NamedTuple):
    """Parts of the form that are not there, one after the other, or a table that is not.

    Attributes:
        sections: the parts; empty where only a table is missing.
        table: the table; none where whole parts are missing.
        before, after: the parts of the report around the gap; a table is missing in ``before``.
        at: where they belong, as an offset into the normalised text.
    """

    sections: tuple[SectionForm, ...]
    table: TableForm | None
    before: Section | None
    after: Section | None
    at: int

    @property
    def zone(self) -> Span:
        """From the end of what stands before to the beginning of what comes after."""
        end = self.after.heading.span.start if self.after is not None else self.at
        return Span(min(self.at, end), max(self.at, end))


def missing_sections(report: Report) -> Iterator[Gap]:
    """The parts that a report lacks, in runs; none where it has no part at all and may be something else."""
    present = {section.key: section for section in report.sections}
    if not present:
        return
    for run in _runs(report.format.sections, frozenset(present)):
        keys = [section.key for section in report.format.sections]
        first, last = keys.index(run[0].key), keys.index(run[-1].key)
        before = next((present[key] for key in reversed(keys[:first]) if key in present), None)
        after = next((present[key] for key in keys[last + 1 :] if key in present), None)
        # Parts in another order than the form's are somebody else's business.
        if before is not None and after is not None and before.span.start > after.span.start:
            continue
        at = _end(before, report) if before is not None else _line_start(after, report)
        yield Gap(tuple(run), None, before, after, at)


def missing_tables(report: Report) -> Iterator[Gap]:
    """The tables that the parts of a report lack."""
    for index, section in enumerate(report.sections):
        form = report.format.table_forms.get(section.form.table or "")
        if form is not None and report.table(form.key) is None:
            after = report.sections[index + 1] if index + 1 < len(report.sections) else None
            yield Gap((), form, section, after, _end(section, report))


def gap_text(gap: Gap, report: Report, layout: Layout, year: int) -> str:
    """What to insert.

    Args:
        gap: what is missing.
        report: the report.
        layout: how it is written.
        year: the fiscal year, if the report does not say which.
    """
    text = written(_pieces(gap, report, year), layout)
    space = layout.gap.replace("\n", layout.line_end)
    if gap.before is None:
        return text + space
    return space + text + _separator(gap, report, layout, text)


def _separator(gap: Gap, report: Report, layout: Layout, text: str) -> str:
    """What has to stand between an insertion and what comes behind it, beyond what is there."""
    behind = report.text[gap.at :]
    breaks = _LINE_END.findall(behind[: len(behind) - len(behind.lstrip("\r\n"))])
    if not behind.strip():
        return ""
    if not breaks and not text.endswith("|"):
        return "" if behind[0].isspace() else " "  # a report without lines: what is one in there goes on
    return layout.line_end * max(0, layout.gap.count("\n") - len(breaks))


def _pieces(gap: Gap, report: Report, year: int) -> Iterator[Piece]:
    organisation = report.organisation or ""
    filling = Filling(report.year or year, organisation, level_of(organisation))
    if gap.table is not None:
        yield table_piece(gap.table)
    for section in gap.sections:
        pieces = section_pieces(report.format, section, filling)
        yield from (piece for piece in pieces if piece.kind != "advice")


def _runs(sections: Sequence[SectionForm], present: frozenset[str]) -> Iterator[list[SectionForm]]:
    run: list[SectionForm] = []
    for section in sections:
        if section.key not in present:
            run.append(section)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _end(section: Section, report: Report) -> int:
    """Where the contents of a part end: before the signature, behind its table."""
    start, end = section.heading.span.start, section.span.end
    for span in (report.signature.name_span, report.signature.date_span):
        if span is not None and start < span.start:
            end = min(end, span.start)
    tables = (table.span.end for table in report.tables.values() if section.span.covers(table.span.start))
    return max(section.heading.span.end, *tables, start + len(_contents(report.text[start:end])))


def _contents(text: str) -> str:
    """The text of a part without the marks that stand before the heading of the next one, and white space."""
    *lines, last = re.split(r"(?<=[\r\n])", text)
    return text.rstrip() if last.strip(_MARKS) else "".join(lines).rstrip()


def _line_start(section: Section | None, report: Report) -> int:
    """Where the line of a heading begins."""
    start = section.heading.span.start if section is not None else 0
    return max(report.text.rfind("\n", 0, start), report.text.rfind("\r", 0, start)) + 1
