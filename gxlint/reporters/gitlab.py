"""``--output-format gitlab``: a code quality report, which GitLab shows in merge requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint.reporters.fingerprints import Fingerprints
from gxlint.reporters.json import dumps
from gxlint.reporters.places import place_of, plain_path, with_spot
from gxlint.reporters.sentences import accepted_sentence
from gxlint.reporters.unchecked import reasons
from gxlint.reporters.words import enumeration, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import Diagnostic, FileRecord

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info", "hint": "info"}


class Writer:
    """Writes a list of issues, those of a file as soon as it is checked."""

    def __init__(self, run: RunInfo, stream: TextIO) -> None:
        self._run, self._stream = run, stream
        self._separator = "[\n"

    def add(self, record: FileRecord) -> None:
        """Write the issues of a file."""
        if record.skipped:
            return
        for issue in _issues(record, self._run):
            self._stream.write(self._separator + dumps(issue))
            self._separator = ",\n"

    def close(self) -> None:
        """End the list."""
        self._stream.write("[]\n" if self._separator == "[\n" else "\n]\n")


def _issues(record: FileRecord, run: RunInfo) -> Iterator[dict[str, Any]]:
    path = plain_path(record.path)
    prints = Fingerprints(path)
    for diagnostic in record.diagnostics:
        description = f"{diagnostic.code} {with_spot(diagnostic, run.lang)}"
        yield _found(diagnostic, path, description, _SEVERITIES[diagnostic.severity], prints)
    if run.show_accepted:
        for item in record.accepted:
            why = accepted_sentence(item.reason, run.lang)
            description = f"{item.diagnostic.code} {with_spot(item.diagnostic, run.lang)} {why}"
            yield _found(item.diagnostic, path, description, "info", prints)
    for reason, codes in reasons(record).items():
        head = say(run.lang, "未能核对", "not checked")
        yield {
            "description": f"{head} {enumeration(codes, run.lang)} {reason}",
            "check_name": "undecided",
            "fingerprint": prints.of_words("undecided", reason),
            "severity": "info",
            "location": {"path": path, "lines": {"begin": 1}},
        }


def _found(
    diagnostic: Diagnostic, path: str, description: str, severity: str, prints: Fingerprints
) -> dict[str, Any]:
    place = place_of(diagnostic)
    lines = {"begin": place.line, "end": place.end_line} if diagnostic.place is None else {"begin": 1}
    return {
        "description": description,
        "check_name": f"{diagnostic.code} {diagnostic.name}",
        "fingerprint": prints.of(diagnostic),
        "severity": severity,
        "location": {"path": path, "lines": lines},
    }
