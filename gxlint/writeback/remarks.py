"""Findings as remarks: what stands in the margin of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.basis import short_basis
from gxlint.reporters.places import spot
from gxlint.reporters.sentences import fix_sentence, held_back_sentence
from gxlint.reporters.unchecked import reasons
from gxlint.reporters.words import enumeration, say, severity_word
from gxlint.source import Position
from gxlint.writeback.remark import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gxlint.model import Report
    from gxlint.reporters.record import Diagnostic, FileRecord
    from gxlint.rules import RuleInfo
    from gxlint.source import SourceText

_MANY_RELATED, _MANY_REASONS = 5, 5


def remarks_of(record: FileRecord, report: Report, rules: Mapping[str, RuleInfo], lang: str) -> list[Remark]:
    """A remark for each finding, in the order of their places, and one at the title on what was not checked."""
    source = report.document.source
    remarks = [
        _remark(diagnostic, source, rules.get(diagnostic.code), lang) for diagnostic in record.diagnostics
    ]
    if unchecked := reasons(record):
        span = report.document.view.source_span(report.title.span) if report.title else None
        start, end = span or (0, 0)
        remarks.append(Remark(start, end, tuple(_unchecked(unchecked, lang))))
    return sorted(remarks, key=lambda remark: remark[:2])


def _remark(diagnostic: Diagnostic, source: SourceText, rule: RuleInfo | None, lang: str) -> Remark:
    found = diagnostic.range
    start = source.offset(Position(found.line, found.character))
    end = source.offset(Position(found.end_line, found.end_character))
    return Remark(start, end, tuple(_lines(diagnostic, rule, lang)), diagnostic.severity)


def _lines(diagnostic: Diagnostic, rule: RuleInfo | None, lang: str) -> Iterator[str]:
    word = severity_word(diagnostic.severity, lang)
    yield say(
        lang,
        "【{word}】{code} {text}",
        "[{word}] {code} {text}",
        word=word,
        code=diagnostic.code,
        text=diagnostic.message,
    )
    if diagnostic.fix:
        yield fix_sentence(diagnostic.fix, lang)
    for related in diagnostic.related[:_MANY_RELATED]:
        # Lines of a page's source say nothing to whoever looks at the page; the words name the cell.
        place = f"{spot(related, lang)} " if related.place is not None else ""
        yield say(lang, "也见 {place}{message}", "see {place}{message}", place=place, message=related.message)
    if (left := len(diagnostic.related) - _MANY_RELATED) > 0:
        yield say(lang, "另有 {n} 处相关", "and {n} more places", n=left)
    if diagnostic.held_back:
        yield held_back_sentence(diagnostic.held_back, lang)
    if basis := short_basis(rule):
        yield say(lang, "依据:{basis}", "rests on: {basis}", basis=basis)


def _unchecked(found: Mapping[str, list[str]], lang: str) -> Iterator[str]:
    yield say(lang, "【未查全】有的检查未能进行:", "[not fully checked] Some checks could not be made:")
    for reason, codes in list(found.items())[:_MANY_REASONS]:
        yield f"{enumeration(codes, lang)} {reason}"
    if (left := len(found) - _MANY_REASONS) > 0:
        yield say(lang, "另有 {n} 种原因", "for {n} more reasons", n=left)
