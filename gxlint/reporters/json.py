"""``--output-format json``: one object for the run. The shape is fixed; keys may be added."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TextIO

    from gxlint.readers.places import Place
    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import CoverageRecord, Diagnostic, FileRecord, FixRecord, Range
    from gxlint.reporters.tally import Tally

VERSION = 1


class Writer:
    """Writes the files one a line as they come, the summary at the end."""

    def __init__(self, run: RunInfo, stream: TextIO) -> None:
        self._run, self._stream = run, stream
        self._separator = "\n  "
        stream.write(f'{{"version": {VERSION},\n "files": [')

    def add(self, record: FileRecord) -> None:
        """Write the object of a file."""
        self._stream.write(
            self._separator + dumps(file_object(record, show_accepted=self._run.show_accepted))
        )
        self._separator = ",\n  "

    def close(self) -> None:
        """Write the summary."""
        run = self._run
        self._stream.write(f'],\n "problems": {dumps(list(run.problems))}')
        self._stream.write(f',\n "summary": {dumps(_summary(run.tally, statistics=run.statistics))}}}\n')


def dumps(value: object) -> str:
    """JSON on one line, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False)


def file_object(record: FileRecord, *, show_accepted: bool = False) -> dict[str, Any]:
    """The object of one file; with the findings that are accepted, where asked for."""
    made = {
        "path": record.path,
        "kind": record.kind,
        "format": record.format,
        "year": record.year,
        "organisation": record.organisation,
        "body_type": record.body_type,
        "province": record.province,
        "encoding": record.encoding,
        "verdict": record.verdict,
        "diagnostics": _diagnostics(record, show_accepted=show_accepted),
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


def standing(found: Range, place: Place | None) -> dict[str, Any]:
    """``range``, or in a file without lines ``place`` in its stead."""
    return {"range": range_object(found)} if place is None else {"range": None, "place": place.as_dict()}


def _diagnostics(record: FileRecord, *, show_accepted: bool) -> list[dict[str, Any]]:
    made = [(diagnostic.range, _diagnostic(diagnostic)) for diagnostic in record.diagnostics]
    if show_accepted:
        made += (
            (
                item.diagnostic.range,
                {**_diagnostic(item.diagnostic), "accepted": True, "by": item.by, "reason": item.reason},
            )
            for item in record.accepted
        )
        made.sort(key=lambda found: (found[0].line, found[0].character))
    return [found for _, found in made]


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        **standing(diagnostic.range, diagnostic.place),
        "where": diagnostic.where or None,
        "related": [
            {"message": item.message, **standing(item.range, item.place)} for item in diagnostic.related
        ],
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
        "url": diagnostic.url or None,
        "held_back": diagnostic.held_back,
    }


def _fix(fix: FixRecord) -> dict[str, Any]:
    places = fix.places or (None,) * len(fix.edits)
    edits = [
        {**standing(found, place), "new_text": new_text}
        for (found, new_text), place in zip(fix.edits, places, strict=True)
    ]
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
    summary["accepted"] = tally.accepted
    summary["verdicts"] = tally.verdicts
    summary.update(unreadable=tally.unreadable, skipped=tally.skipped, fixed=tally.fixed)
    if statistics:
        summary["codes"] = {code: tally.codes[code].count for code in sorted(tally.codes)}
    return summary
