"""``--output-format xlsx``: a workbook for Excel or WPS: one row a finding, a sheet by file, a sheet by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from gxlint.reporters import RESULT_BOOK
from gxlint.reporters.basis import basis_of, link_of
from gxlint.reporters.rows import Row, finding_rows, heads
from gxlint.reporters.sentences import outcome
from gxlint.reporters.words import enumeration, say, severity_word, verdict_word
from gxlint.reporters.xlsx.sheet import Column, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import FileRecord

_SEVERITIES = ("error", "warning", "info", "hint")
_WIDTHS = {
    "path": 26,
    "organisation": 16,
    "year": 6,
    "outcome": 9,
    "line": 5,
    "column": 5,
    "severity": 9,
    "code": 9,
    "name": 18,
    "address": 22,
    "message": 44,
    "text": 20,
    "fix": 24,
    "basis": 40,
    "link": 24,
    "note": 16,
}
_LINKED = Row._fields.index("link")
_SEVERITY = Row._fields.index("severity")
_RULE_BASIS = 7


class Writer:
    """Appends the rows of a file as soon as it is checked; openpyxl keeps them on disk until the end."""

    def __init__(self, run: RunInfo, stream: BinaryIO) -> None:
        self._run, self._stream, lang = run, stream, run.lang
        self._book = Workbook(write_only=True)
        self._book.properties.creator = "gxlint"
        self._book.properties.title = say(lang, *RESULT_BOOK)
        self._files = Sheet(self._book, say(lang, "汇总", "Summary"), _file_columns(lang))
        columns = [Column(name, _WIDTHS[field]) for name, field in zip(heads(lang), Row._fields, strict=True)]
        self._findings = Sheet(self._book, say(lang, "问题", "Findings"), columns)
        self._sums = [0] * (len(_SEVERITIES) + 2)

    def add(self, record: FileRecord) -> None:
        """Append the rows of a file to both sheets."""
        if record.skipped:
            return
        first = None
        for row in finding_rows(record, self._run):
            place = self._findings.append(
                row, colours={_SEVERITY: row.severity}, links={_LINKED: row.link} if row.link else {}
            )
            first = first or place
        counts = _counts(record)
        self._sums = [sum(pair) for pair in zip(self._sums, counts, strict=True)]
        self._files.append((*_file_cells(record, self._run), *counts), links={0: first} if first else {})

    def close(self) -> None:
        """Add the sums and the sheet by rule, and write the workbook."""
        run = self._run
        self._files.foot((*_totals(run), *self._sums))
        rules = Sheet(self._book, say(run.lang, "按规则", "By rule"), _rule_columns(run.lang))
        known = run.rules()
        for code, entry in sorted(run.tally.codes.items(), key=lambda item: (-item[1].count, item[0])):
            rule = known.get(code)
            severity = severity_word(entry.severity, run.lang)
            summary = rule.summary if rule else ""
            row = (
                code,
                entry.name,
                severity,
                entry.count,
                entry.files,
                entry.fixable,
                summary,
                basis_of(rule),
            )
            rules.append(row, links={_RULE_BASIS: link} if (link := link_of(rule)) else {})
        for sheet in (self._files, self._findings, rules):
            sheet.finish()
        self._book.save(self._stream)


def _file_columns(lang: str) -> list[Column]:
    return [
        Column(say(lang, "文件", "file"), 40),
        Column(say(lang, "机关", "body"), 26),
        Column(say(lang, "年度", "year"), 8),
        Column(say(lang, "格式", "format"), 8),
        Column(say(lang, "结论", "verdict"), 16),
        *(Column(severity_word(severity, lang), 8) for severity in _SEVERITIES),
        Column(say(lang, "未能核对", "not checked"), 10),
        Column(say(lang, "已接受", "accepted"), 8),
    ]


def _file_cells(record: FileRecord, run: RunInfo) -> Iterator[str | int]:
    yield record.path
    yield record.organisation or ""
    yield record.year or ""
    yield record.format or ""
    yield outcome(record, run.lang)


def _counts(record: FileRecord) -> list[int]:
    """Findings by severity, checks not made, findings that are accepted."""
    severities = [item.severity for item in record.diagnostics]
    counts = [severities.count(severity) for severity in _SEVERITIES]
    return [*counts, len(record.coverage.undecided), len(record.accepted)]


def _totals(run: RunInfo) -> tuple[str | int, ...]:
    tally, lang = run.tally, run.lang
    verdicts = enumeration(
        [f"{verdict_word(verdict, lang)} {n}" for verdict, n in tally.verdicts.items() if n], lang
    )
    head = say(lang, "合计 {n} 份报告", "{n} reports in all", n=tally.reports)
    return (head, "", "", "", verdicts)


def _rule_columns(lang: str) -> list[Column]:
    return [
        Column(say(lang, "规则", "rule"), 10),
        Column(say(lang, "名称", "name"), 26),
        Column(say(lang, "级别", "severity"), 8),
        Column(say(lang, "次数", "count"), 8),
        Column(say(lang, "文件数", "files"), 8),
        Column(say(lang, "可改", "fixable"), 8),
        Column(say(lang, "要求", "what must hold"), 60),
        Column(say(lang, "依据", "basis"), 60),
    ]
