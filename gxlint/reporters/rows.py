"""Findings as rows of a list, for csv and Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gxlint.reporters.basis import basis_of, link_of
from gxlint.reporters.places import place_of, spoken_place
from gxlint.reporters.sentences import accepted_sentence, fix_sentence, outcome
from gxlint.reporters.unchecked import reasons
from gxlint.reporters.words import enumeration, say, severity_word
from gxlint.source.width import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import Diagnostic, FileRecord

# What a spreadsheet may take for a formula when it stands first, in full width too.
_FORMULA = frozenset("=+-@|\t\r\n\uff1d\uff0b\uff0d\uff20")


class Row(NamedTuple):
    """One finding, or that nothing was found in a file. What does not apply is empty."""

    path: str
    organisation: str = ""
    year: int | str = ""
    outcome: str = ""
    line: int | str = ""
    column: int | str = ""
    severity: str = ""
    code: str = ""
    name: str = ""
    address: str = ""
    message: str = ""
    text: str = ""
    fix: str = ""
    basis: str = ""
    link: str = ""
    note: str = ""


_HEADS = {
    "path": ("文件", "file"),
    "organisation": ("机关", "body"),
    "year": ("年度", "year"),
    "outcome": ("结论", "verdict"),
    "line": ("行", "line"),
    "column": ("列", "column"),
    "severity": ("级别", "severity"),
    "code": ("规则", "rule"),
    "name": ("规则名称", "rule name"),
    "address": ("位置", "place"),
    "message": ("问题", "message"),
    "text": ("原文", "text"),
    "fix": ("改法", "fix"),
    "basis": ("依据", "basis"),
    "link": ("网址", "link"),
    "note": ("备注", "note"),
}


def heads(lang: str) -> tuple[str, ...]:
    """The names of the columns."""
    return tuple(say(lang, *_HEADS[field]) for field in Row._fields)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if looks_like_formula(text) else text


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula."""
    return text.lstrip(" ")[:1] in _FORMULA if text.strip() else False


def finding_rows(record: FileRecord, run: RunInfo) -> Iterator[Row]:
    """A row for each finding, and one for each reason why something was not checked."""
    if record.skipped:
        return
    base = file_row(record, run)
    for diagnostic in record.diagnostics:
        yield _found(base, diagnostic, run)
    if run.show_accepted:
        for item in record.accepted:
            note = accepted_sentence(item.reason, run.lang)
            yield _found(base, item.diagnostic, run)._replace(note=note)
    for reason, codes in reasons(record).items():
        severity = say(run.lang, "未能核对", "not checked")
        yield base._replace(severity=severity, code=enumeration(codes, run.lang), message=visible(reason))


def file_row(record: FileRecord, run: RunInfo) -> Row:
    """What is the same in all rows of a file."""
    return Row(
        visible(record.path),
        visible(record.organisation or ""),
        record.year or "",
        outcome(record, run.lang),
    )


def _found(base: Row, diagnostic: Diagnostic, run: RunInfo) -> Row:
    place, rule = place_of(diagnostic), run.rules().get(diagnostic.code)
    excerpt = diagnostic.excerpt
    return base._replace(
        line=place.line if diagnostic.place is None else "",
        column=place.column if diagnostic.place is None else "",
        severity=severity_word(diagnostic.severity, run.lang),
        code=diagnostic.code,
        name=diagnostic.name,
        address=visible(_address(diagnostic, run.lang)),
        message=visible(diagnostic.message),
        text=visible(" ".join(excerpt.text[excerpt.start : excerpt.end].split())) if excerpt else "",
        fix=visible(fix_sentence(diagnostic.fix, run.lang)) if diagnostic.fix else "",
        basis=basis_of(rule),
        link=link_of(rule),
    )


def _address(diagnostic: Diagnostic, lang: str) -> str:
    """The place in the form, and in a file without lines the place there."""
    if diagnostic.place is None:
        return diagnostic.address
    place = spoken_place(diagnostic.place, lang)
    if not diagnostic.address:
        return place
    return say(lang, "{address}({place})", "{address} ({place})", address=diagnostic.address, place=place)
