"""All findings over the corpus, as one text that can be kept and compared: one line for each."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gxlint.lint.session import FileResult
from gxlint.rules import Finding
from tests.corpus.plan import FOLDER, Entry, entries
from tests.support.fragments import session

SNAPSHOT = FOLDER / "findings.txt"


class Line(NamedTuple):
    """One finding in the snapshot."""

    file: str
    place: str
    severity: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.place} {self.severity} {self.code} {self.message}"


@cache
def checked(entry: Entry) -> FileResult:
    """A report as it lies on disk, checked with all rules."""
    return session().check_path(str(entry.path))


def findings(entry: Entry) -> tuple[Finding, ...]:
    """What is found in a report, in the order of the text."""
    result = checked(entry).result
    assert result is not None, checked(entry).error
    return result.findings


def snapshot() -> str:
    """All findings in all reports."""
    return "".join(f"{line}\n" for entry in entries() for line in _lines(entry))


def parsed(text: str) -> list[Line]:
    """The lines of a snapshot that was kept."""
    found = []
    for line in text.splitlines():
        place, severity, code, message = line.split(" ", 3)
        file, _, position = place.partition(":")
        found.append(Line(file, position, severity, code, message))
    return found


def _lines(entry: Entry) -> Iterator[Line]:
    report = checked(entry).report
    assert report is not None
    for item in findings(entry):
        start, _ = report.document.range(item.span)
        place = f"{start.line + 1}:{start.character + 1}"
        yield Line(entry.path.name, place, item.severity.value, item.rule.code, " ".join(item.text().split()))
