"""What is known of one checked file, as plain data: the one thing every reporter reads.

Records are small, picklable and already in the language of the run, so that a worker process can hand them
over and a report of many pages can be forgotten at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lint.address import spoken
from gxlint.lint.edits import source_edits
from gxlint.lint.tool_rules import CRASHED, UNREADABLE
from gxlint.source.record import Record

if TYPE_CHECKING:
    from gxlint.lint.acceptance.accepted import Use
    from gxlint.lint.edits import SourceEdit
    from gxlint.lint.session import FileResult
    from gxlint.model import Report
    from gxlint.readers.document import Document
    from gxlint.readers.places import Place
    from gxlint.reporters.detail import Detail
    from gxlint.rules import Finding, Fix, Related, RuleInfo, Undecided
    from gxlint.source import SourceText, Span

# An excerpt keeps this many characters on either side of the place: more than any terminal line shows.
_CONTEXT = 160


class Range(Record, frozen=True):
    """A stretch of the source as LSP counts it: lines from 0, characters from 0 in UTF-16 units."""

    line: int
    character: int
    end_line: int
    end_character: int


class Excerpt(Record, frozen=True):
    """The source around a place: a line or a part of it. The place is ``text[start:end]``."""

    text: str
    start: int
    end: int
    cut_left: bool
    cut_right: bool


class RelatedRecord(Record, frozen=True):
    """Another place that belongs to a diagnostic. ``column`` counts characters from 0; ``place`` as there."""

    message: str
    range: Range
    column: int
    place: Place | None = None


class FixRecord(Record, frozen=True):
    """A fix: its title, whether it is safe, and its edits as pairs of range and new text.

    ``places`` are those of the edits in a file without lines, else empty.
    """

    title: str
    safe: bool
    edits: tuple[tuple[Range, str], ...]
    places: tuple[Place | None, ...] = ()


class Diagnostic(Record, frozen=True):
    """One finding. ``column`` counts characters of the source line from 0; ``range`` counts UTF-16 units.

    ``address`` says ``where`` in the words of the form: 表三 予以公开 总计. In a file without lines, such as a .docx,
    ``place`` says which paragraph or cell it is; the range then counts in the text that was read from the file.
    """

    code: str
    name: str
    severity: str
    message: str
    range: Range
    column: int
    excerpt: Excerpt | None
    where: dict[str, str]
    related: tuple[RelatedRecord, ...]
    fix: FixRecord | None
    url: str
    held_back: int
    address: str = ""
    place: Place | None = None


class AcceptedRecord(Record, frozen=True):
    """A finding that is known and meant. ``by`` is ``accept``, ``comment`` or ``baseline``."""

    diagnostic: Diagnostic
    by: str
    reason: str


class UndecidedRecord(Record, frozen=True):
    """A check that could not be made, and why."""

    code: str
    severity: str
    where: dict[str, str]
    reason: str
    address: str = ""


class CoverageRecord(Record, frozen=True):
    """How each selected rule ended."""

    passed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    undecided: tuple[UndecidedRecord, ...] = ()


class FileRecord(Record, frozen=True):
    """One file. ``kind`` is none for a file that could not be read; its one diagnostic says why.

    ``root`` is the folder the file was found in, none for a file that was named. ``fixed`` counts applied
    fixes by code, ``diff`` is what they would change (only where asked for). ``accepted`` are findings that
    count for nothing. A configuration that is spoken of is a file of kind ``config``; ``uses`` tell which of its
    accepted exceptions held for this file. ``fail_level`` is what makes it fail; ``detail`` is what stands in the
    report, where the output shows that. ``sha256`` is that of the file's bytes, where the output has to know them.
    """

    path: str
    kind: str | None
    verdict: str
    diagnostics: tuple[Diagnostic, ...] = ()
    coverage: CoverageRecord = CoverageRecord()
    format: str | None = None
    year: int | None = None
    organisation: str | None = None
    body_type: str | None = None
    province: str | None = None
    encoding: str | None = None
    root: str | None = None
    fixed: tuple[tuple[str, int], ...] = ()
    diff: str | None = None
    accepted: tuple[AcceptedRecord, ...] = ()
    uses: tuple[Use, ...] = ()
    fail_level: str = "error"
    detail: Detail | None = None
    sha256: str = ""

    @property
    def unreadable(self) -> bool:
        """Whether there was no text to check."""
        return self.kind is None

    @property
    def skipped(self) -> bool:
        """Whether it was found in a folder and is no report: listed, but not spoken of."""
        return self.kind == "other" and self.root is not None


def record(result: FileResult, lang: str, *, root: str | None = None, detailed: bool = False) -> FileRecord:
    """A file's result as plain data in one language; ``detailed`` with what stands in the report."""
    if result.report is None or result.result is None or result.ruleset is None:
        rule = UNREADABLE if result.error is None or result.error.code == UNREADABLE.code else CRASHED
        message = result.error.text(lang) if result.error else ""
        return unreadable(result.path, message, root=root, rule=rule)
    report, outcome, severity = result.report, result.result, result.ruleset.severity
    known = report.kind in ("report", "template")
    coverage = outcome.coverage
    return FileRecord(
        path=result.path,
        kind=report.kind,
        verdict=outcome.verdict,
        diagnostics=tuple(_diagnostic(finding, report, lang) for finding in outcome.findings),
        coverage=CoverageRecord(
            coverage.passed,
            coverage.failed,
            coverage.not_applicable,
            tuple(_undecided(item, report, lang, severity(item.rule).value) for item in coverage.undecided),
        ),
        format=report.format.key if known else None,
        year=report.year,
        organisation=report.organisation,
        body_type=report.body_type,
        province=result.profile.code if result.profile else None,
        encoding=report.document.encoding,
        root=root,
        accepted=tuple(
            AcceptedRecord(_diagnostic(item.finding, report, lang), item.by, item.reason)
            for item in result.accepted
        ),
        uses=result.uses,
        fail_level=result.fail_level.value,
        detail=_detail(report, outcome.findings) if detailed and known else None,
    )


def unreadable(
    path: str, message: str, *, root: str | None = None, rule: RuleInfo = UNREADABLE
) -> FileRecord:
    """The record of something that could not be read, or on which the program itself failed."""
    start = Range(0, 0, 0, 0)
    diagnostic = Diagnostic(
        rule.code, rule.name, "error", message, start, 0, None, {}, (), None, url=rule.url, held_back=0
    )
    return FileRecord(path, None, "fail", (diagnostic,), CoverageRecord(failed=(rule.code,)), root=root)


def range_of(document: Document, span: Span) -> Range:
    """Where a span stands in the source."""
    start, end = document.range(span)
    return Range(start.line, start.character, end.line, end.character)


def _detail(report: Report, findings: tuple[Finding, ...]) -> Detail:
    from gxlint.reporters.detail import detail_of

    return detail_of(report, findings)


def _diagnostic(finding: Finding, report: Report, lang: str) -> Diagnostic:
    rule, document = finding.rule, report.document
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=finding.severity.value,
        message=finding.text(lang),
        range=range_of(document, finding.span),
        column=_column(document, finding.span),
        excerpt=_excerpt(document, finding.span),
        where=finding.where.as_dict(),
        related=tuple(_related(item, document, lang) for item in finding.related),
        fix=_fix(finding.fix, document, lang) if finding.fix else None,
        url=rule.url,
        held_back=finding.held_back,
        address=spoken(finding.where, report.format),
        place=document.place(finding.span),
    )


def _related(item: Related, document: Document, lang: str) -> RelatedRecord:
    message = item.message.render(item.params, lang)
    place = document.place(item.span)
    return RelatedRecord(message, range_of(document, item.span), _column(document, item.span), place)


def _fix(fix: Fix, document: Document, lang: str) -> FixRecord | None:
    """The fix in terms of the source; none when it cannot be made there."""
    edits = source_edits(document, fix)
    if edits is None:
        return None
    changes = tuple(_edit(edit, document.source) for edit in edits)
    where = document.places
    places = tuple(where.at(edit.start) for edit in edits) if where is not None else ()
    return FixRecord(fix.title.render(fix.params, lang), fix.safe, changes, places)


def _edit(edit: SourceEdit, source: SourceText) -> tuple[Range, str]:
    first, last = source.position(edit.start), source.position(edit.end)
    return Range(first.line, first.character, last.line, last.character), edit.new_text


def _undecided(item: Undecided, report: Report, lang: str, severity: str) -> UndecidedRecord:
    address = spoken(item.where, report.format)
    return UndecidedRecord(item.rule.code, severity, item.where.as_dict(), item.text(lang), address)


def _column(document: Document, span: Span) -> int:
    source = document.source
    offset = document.view.source_span(span).start
    return offset - source.line_starts[source.line_of(offset)]


def _excerpt(document: Document, span: Span) -> Excerpt:
    source = document.source
    place = document.view.source_span(span)
    first, last = source.line_bounds(source.line_of(place.start))
    begin = max(first, place.start - _CONTEXT)
    end = max(place.start, min(place.end, last))
    until = min(last, max(place.start, min(end, place.start + _CONTEXT)) + _CONTEXT)
    text = source.text[begin:until]
    return Excerpt(text, place.start - begin, min(end, until) - begin, begin > first, until < last)
