"""All findings over the corpus, as one text that can be kept and compared: one line for each."""

from functools import cache

from gxlint.lint.session import FileResult
from gxlint.rules import Finding
from gxlint.testing.corpus import lines_of
from gxlint.testing.fragments import session
from tests.corpus.plan import FOLDER, Entry, entries

SNAPSHOT = FOLDER / "findings.txt"


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
    return "".join(f"{line}\n" for entry in entries() for line in lines_of(checked(entry), entry.path.name))
