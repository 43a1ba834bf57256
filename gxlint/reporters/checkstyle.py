"""``--output-format checkstyle``: the XML of Checkstyle, which many servers and editors read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.places import place_of, with_spot
from gxlint.reporters.sentences import accepted_sentence
from gxlint.reporters.unchecked import reasons
from gxlint.reporters.words import enumeration, say
from gxlint.reporters.xml import HEAD, empty, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import Diagnostic, FileRecord

_VERSION = "4.3"
_SEVERITIES = {"error": "error", "warning": "warning", "info": "info", "hint": "info"}


class Writer:
    """Writes an element for each file as soon as it is checked."""

    def __init__(self, run: RunInfo, stream: TextIO) -> None:
        self._run, self._stream = run, stream
        stream.write(HEAD + start("checkstyle", version=_VERSION) + "\n")

    def add(self, record: FileRecord) -> None:
        """Write the element of a file, those without findings too."""
        if record.skipped:
            return
        lines = [start("file", name=record.path), *_errors(record, self._run), "</file>"]
        self._stream.write("\n".join(lines) + "\n")

    def close(self) -> None:
        """End the document."""
        self._stream.write("</checkstyle>\n")


def _errors(record: FileRecord, run: RunInfo) -> Iterator[str]:
    for diagnostic in record.diagnostics:
        yield _error(diagnostic, _SEVERITIES[diagnostic.severity], with_spot(diagnostic, run.lang))
    if run.show_accepted:
        for item in record.accepted:
            why = accepted_sentence(item.reason, run.lang)
            yield _error(item.diagnostic, "info", f"{with_spot(item.diagnostic, run.lang)} {why}")
    for reason, codes in reasons(record).items():
        head = say(run.lang, "未能核对", "not checked")
        message = f"{head} {enumeration(codes, run.lang)} {reason}"
        yield empty("error", line=1, severity="info", message=message, source="gxlint.undecided")


def _error(diagnostic: Diagnostic, severity: str, message: str) -> str:
    place = place_of(diagnostic)
    source = f"gxlint.{diagnostic.code}.{diagnostic.name}"
    line, column = (place.line, place.column) if diagnostic.place is None else (None, None)
    return empty("error", line=line, column=column, severity=severity, message=message, source=source)
