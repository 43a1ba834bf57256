"""``--receipt``: what was checked, with what, and how it ended, for whoever has to believe it later.

A receipt names every file by the SHA-256 of its bytes. ``gxlint verify`` tells whether a file is still the one that was
checked, and whether a check made anew ends as the receipt says.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from gxlint import __version__

if TYPE_CHECKING:
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import FileRecord

VERSION = 1
_LEVELS = ("error", "warning", "info", "hint")


class Writer:
    """Writes one object for the run, its files one a line."""

    def __init__(self, run: RunInfo, stream: TextIO) -> None:
        self._stream = stream
        head = {
            "receipt": VERSION,
            "gxlint": __version__,
            "plugins": [{"package": package, "version": version} for package, version in run.packages],
            "options": dict(run.options),
            "checked": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        stream.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "files": [')
        self._separator = "\n "

    def add(self, record: FileRecord) -> None:
        """Write what came of a file; a configuration that is spoken of is no file that was checked."""
        if record.kind == "config":
            return
        self._stream.write(self._separator + json.dumps(_file(record), ensure_ascii=False))
        self._separator = ",\n "

    def close(self) -> None:
        """Close the object."""
        self._stream.write("\n]}\n")


def _file(record: FileRecord) -> dict[str, Any]:
    coverage = record.coverage
    severities = [diagnostic.severity for diagnostic in record.diagnostics]
    return {
        "path": record.path,
        "sha256": record.sha256 or None,
        "kind": record.kind,
        "format": record.format,
        "year": record.year,
        "organisation": record.organisation,
        "province": record.province,
        "verdict": record.verdict,
        "fail_level": record.fail_level,
        "findings": {level: severities.count(level) for level in _LEVELS},
        "coverage": {
            "passed": list(coverage.passed),
            "failed": list(coverage.failed),
            "not_applicable": list(coverage.not_applicable),
            "undecided": sorted({item.code for item in coverage.undecided}),
        },
        "accepted": [
            {
                "code": item.diagnostic.code,
                "address": item.diagnostic.address,
                "by": item.by,
                "reason": item.reason,
            }
            for item in record.accepted
        ],
    }
