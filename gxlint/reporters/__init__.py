"""Output formats of ``check``. A new one is a module with a ``Writer`` and a line in the table below.

A writer is handed the records of a run (see ``record.py``) one by one, as they come, and writes what it can at
once, so that several can be at work side by side and a run over many thousand files stays small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from gxlint.source.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import IO, Any, TypeAlias

    from gxlint.reporters.record import FileRecord
    from gxlint.reporters.tally import Tally
    from gxlint.rules import RuleInfo

    MakeWriter: TypeAlias = Callable[["RunInfo", IO[Any]], "Writer"]


class Writer(Protocol):
    """Writes the records of one run to a stream. Made before the first record; the stream is not its to close."""

    def add(self, record: FileRecord) -> None:
        """Take the next record."""

    def close(self) -> None:
        """Write what is left when there are no more records."""


def _no_rules() -> Mapping[str, RuleInfo]:
    return {}


class RunInfo(Record, frozen=True):
    """What a writer may want to know of the run. ``tally`` is complete when the writer is closed.

    ``mode`` is ``check``, ``fix`` or ``diff``; ``problems`` are plugins that failed to load, a text each. ``rules``
    looks up what can be said of the rules, by code; ``baseline`` tells that known findings are left out. ``packages``
    are the plugins with their versions, ``options`` what the run was asked for that changes what comes of it.
    """

    lang: str
    tally: Tally
    mode: str = "check"
    color: bool = False
    quiet: bool = False
    statistics: bool = False
    show_accepted: bool = False
    problems: tuple[str, ...] = ()
    rules: Callable[[], Mapping[str, RuleInfo]] = _no_rules
    baseline: bool = False
    packages: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, Any], ...] = ()


class Reporter(Record, frozen=True):
    """An output format.

    ``machine``: not meant for a terminal, so always UTF-8, unreadable files told inside it. ``binary``: writes
    bytes. ``detailed``: wants text and tables of the report with each record. ``sealed``: wants to know the bytes of
    each file by their SHA-256.
    """

    module: str
    machine: bool
    binary: bool = False
    detailed: bool = False
    sealed: bool = False

    def load(self) -> MakeWriter:
        """What makes a writer to a stream; its module is imported now."""
        from importlib import import_module

        make: MakeWriter = import_module(self.module).Writer
        return make


# Stands near the beginning of every page we write.
RESULT_PAGE = b'<meta name="generator" content="gxlint '
RESULT_BOOK = ("年度报告校对结果", "check of annual reports")
"""The title of every workbook we write, in both languages."""

REPORTERS = {
    "text": Reporter("gxlint.reporters.text", machine=False),
    "json": Reporter("gxlint.reporters.json", machine=True),
    "jsonl": Reporter("gxlint.reporters.jsonl", machine=True),
    "html": Reporter("gxlint.reporters.html", machine=True, detailed=True),
    "sarif": Reporter("gxlint.reporters.sarif", machine=True),
    "xlsx": Reporter("gxlint.reporters.xlsx", machine=True, binary=True),
    "csv": Reporter("gxlint.reporters.csv", machine=True),
    "github": Reporter("gxlint.reporters.github", machine=True),
    "gitlab": Reporter("gxlint.reporters.gitlab", machine=True),
    "junit": Reporter("gxlint.reporters.junit", machine=True),
    "checkstyle": Reporter("gxlint.reporters.checkstyle", machine=True),
    "receipt": Reporter("gxlint.reporters.receipt", machine=True, sealed=True),
}
