"""``--output-format sarif``: SARIF 2.1.0, the exchange format of static analysis.

Results are written as they come; the rest of the run, which is known at its end only, stands behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint import __version__
from gxlint.reporters.json import dumps
from gxlint.reporters.later import Later
from gxlint.reporters.sarif.levels import LEVELS
from gxlint.reporters.sarif.locations import location
from gxlint.reporters.sarif.results import results_of
from gxlint.reporters.sarif.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import FileRecord

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LANGUAGES = {"zh": "zh-CN", "en": "en"}


class Writer:
    """Writes one run."""

    def __init__(self, run: RunInfo, stream: TextIO) -> None:
        self._run, self._stream = run, stream
        self._rules = Rules(run)
        self._artifacts, self._notifications = Later(",\n"), Later(",\n")
        self._separator = "\n"
        stream.write(f'{{"$schema": {dumps(_SCHEMA)},\n "version": "2.1.0",\n "runs": [{{"results": [')

    def add(self, record: FileRecord) -> None:
        """Write the results of a file and keep what else is to be told of it."""
        self._artifacts.add(dumps(_artifact(record)))
        self._rules.meet(record.coverage)
        if record.skipped:
            return
        for result in results_of(record, self._run, self._rules):
            self._stream.write(self._separator + dumps(result))
            self._separator = ",\n"
        for notification in _undecided(record, self._rules):
            self._notifications.add(dumps(notification))

    def close(self) -> None:
        """Write the rules, the files and how the run went."""
        stream, run = self._stream, self._run
        stream.write('\n],\n"artifacts": [\n')
        self._artifacts.write_to(stream)
        stream.write('\n],\n"invocations": [{"executionSuccessful": ')
        stream.write(dumps(not run.tally.unreadable))
        stream.write(f',\n"properties": {dumps(_summary(run))},\n"toolConfigurationNotifications": ')
        stream.write(dumps([{"level": "warning", "message": {"text": text}} for text in run.problems]))
        stream.write(',\n"toolExecutionNotifications": [\n')
        self._notifications.write_to(stream)
        stream.write('\n]}],\n"columnKind": "utf16CodeUnits",\n"language": ')
        stream.write(dumps(_LANGUAGES.get(run.lang, run.lang)))
        driver = {"name": "gxlint", "version": __version__, "semanticVersion": __version__}
        stream.write(f',\n"tool": {{"driver": {dumps({**driver, "rules": self._rules.objects()})}}}}}]}}\n')


def _artifact(record: FileRecord) -> dict[str, Any]:
    """A file with its verdict; where a rule held or had nothing to say only the codes are told."""
    coverage = record.coverage
    known = {
        "kind": record.kind,
        "format": record.format,
        "year": record.year,
        "organisation": record.organisation,
        "province": record.province,
        "encoding": record.encoding,
        "skipped": record.skipped or None,
    }
    return {
        "location": location(record.path),
        "roles": ["analysisTarget"],
        "properties": {
            "verdict": record.verdict,
            **{key: value for key, value in known.items() if value is not None},
            "passed": list(coverage.passed),
            "notApplicable": list(coverage.not_applicable),
        },
    }


def _undecided(record: FileRecord, rules: Rules) -> Iterator[dict[str, Any]]:
    """What was not checked: the rule could not be decided at a place, and why."""
    for item in record.coverage.undecided:
        made: dict[str, Any] = {
            "descriptor": {"id": "undecided"},
            "associatedRule": {"id": item.code, "index": rules.index(item.code)},
            "level": LEVELS[item.severity],
            "message": {"text": item.reason},
            "locations": [{"physicalLocation": {"artifactLocation": location(record.path)}}],
        }
        if item.where:
            made["properties"] = {"where": item.where}
        yield made


def _summary(run: RunInfo) -> dict[str, Any]:
    tally = run.tally
    worst = "fail" if tally.failed else "incomplete" if tally.incomplete else "pass"
    return {
        "verdict": worst,
        "verdicts": tally.verdicts,
        "undecided": tally.undecided,
        "unreadable": tally.unreadable,
        "accepted": tally.accepted,
    }
