"""``--output-format json``: one object for the run. The shape is fixed; keys may be added."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import CoverageRecord, Diagnostic, FileRecord, FixRecord, Range
    from gxlint.reporters.tally import Tally

VERSION = 1


def write(records: Iterable[FileRecord], run: RunInfo, stream: TextIO) -> None:
    """Write the files one a line as they come, the summary at the end."""
    stream.write(f'{{"version": {VERSION},\n "files": [')
    separator = "\n  "
    for record in records:
        stream.write(separator + dumps(file_object(record)))
        separator = ",\n  "
    stream.write(f'],\n "problems": {dumps(list(run.problems))}')
    stream.write(f',\n "summary": {dumps(_summary(run.tally, statistics=run.statistics))}}}\n')


def dumps(value: object) -> str:
    """JSON on one line, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False)


def file_object(record: FileRecord) -> dict[str, Any]:
    """The object of one file."""
    made = {
        "path": record.path,
        "kind": record.kind,
        "format": record.format,
        "year": record.year,
        "organisation": record.organisation,
        "body_type": record.body_type,
        "province": None,
        "encoding": record.encoding,
        "verdict": record.verdict,
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in record.diagnostics],
        "coverage": _coverage(record.coverage),
    }
    if record.skipped:
        made["skipped"] = True
    if record.fixed:
        made["fixed"] = dict(record.fixed)
    if record.diff is not None:
        made["diff"] = record.diff
    return made


def range_object(place: Range) -> dict[str, Any]:
    """A range as LSP writes it."""
    return {
        "start": {"line": place.line, "character": place.character},
        "end": {"line": place.end_line, "character": place.end_character},
    }


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "range": range_object(diagnostic.range),
        "where": diagnostic.where or None,
        "related": [
            {"message": item.message, "range": range_object(item.range)} for item in diagnostic.related
        ],
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
        "url": diagnostic.url or None,
        "held_back": diagnostic.held_back,
    }


def _fix(fix: FixRecord) -> dict[str, Any]:
    edits = [{"range": range_object(place), "new_text": new_text} for place, new_text in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _coverage(coverage: CoverageRecord) -> dict[str, Any]:
    return {
        "passed": list(coverage.passed),
        "failed": list(coverage.failed),
        "not_applicable": list(coverage.not_applicable),
        "undecided": [
            {"code": item.code, "severity": item.severity, "where": item.where, "reason": item.reason}
            for item in coverage.undecided
        ],
    }


def _summary(tally: Tally, *, statistics: bool) -> dict[str, Any]:
    summary: dict[str, Any] = {"files": tally.files, **tally.listed, "undecided": tally.undecided}
    summary["verdicts"] = tally.verdicts
    summary.update(unreadable=tally.unreadable, skipped=tally.skipped, fixed=tally.fixed)
    if statistics:
        summary["codes"] = {code: tally.codes[code].count for code in sorted(tally.codes)}
    return summary
