"""Counts over a run, taken while the records stream past."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.reporters.record import Diagnostic, FileRecord

_SEVERITIES = ("error", "warning", "info", "hint")


class CodeCount:
    """How often one rule spoke, in how many files, and how many of its findings carry a fix."""

    __slots__ = ("count", "files", "fixable", "name", "severity")

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.name, self.severity = diagnostic.name, diagnostic.severity
        self.count = self.files = self.fixable = 0


class Tally:
    """What last line, exit code and statistics are made of. Complete once ``watch`` is exhausted."""

    def __init__(self) -> None:
        self.files = self.reports = self.others = self.skipped = self.unreadable = self.undecided = 0
        self.accepted = 0
        self.listed = dict.fromkeys(_SEVERITIES, 0)  # every diagnostic there is
        self.shown = dict.fromkeys(_SEVERITIES, 0)  # those of files that a person is told about
        self.failed = self.incomplete = False
        self.verdicts = {"pass": 0, "fail": 0, "incomplete": 0}
        self.codes: dict[str, CodeCount] = {}
        self.safe_fixes = self.fixed = self.fixed_files = 0

    def watch(self, records: Iterable[FileRecord]) -> Iterator[FileRecord]:
        """Hand the records on, counting them."""
        for record in records:
            self._add(record)
            yield record

    def _add(self, record: FileRecord) -> None:
        self.files += record.kind != "config"
        self.accepted += len(record.accepted)
        self.undecided += len(record.coverage.undecided)
        for diagnostic in record.diagnostics:
            self.listed[diagnostic.severity] += 1
        if record.unreadable:
            self.unreadable += 1
        elif record.skipped:
            self.skipped += 1
        else:
            self._add_shown(record)

    def _add_shown(self, record: FileRecord) -> None:
        self.failed |= record.verdict == "fail"
        self.incomplete |= record.verdict == "incomplete"
        if record.kind == "other":
            self.others += 1
        elif record.kind != "config":
            self.reports += 1
            self.verdicts[record.verdict] += 1
        if record.fixed:
            self.fixed_files += 1
            self.fixed += sum(count for _, count in record.fixed)
        for diagnostic in record.diagnostics:
            self._add_diagnostic(diagnostic)
        for code in {diagnostic.code for diagnostic in record.diagnostics}:
            self.codes[code].files += 1

    def _add_diagnostic(self, diagnostic: Diagnostic) -> None:
        self.shown[diagnostic.severity] += 1
        entry = self.codes.setdefault(diagnostic.code, CodeCount(diagnostic))
        entry.count += 1
        entry.fixable += diagnostic.fix is not None
        self.safe_fixes += diagnostic.fix is not None and diagnostic.fix.safe
