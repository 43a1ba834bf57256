"""Output formats of ``check``. A new one is a module with ``write`` and a line in the table below.

A reporter reads an iterator of file records (see ``record.py``) once, in order, and writes to a text stream
as they come; nothing has to be kept, so that a run over many thousand files stays small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO, TypeAlias

    from gxlint.reporters.record import FileRecord
    from gxlint.reporters.tally import Tally

    Write: TypeAlias = Callable[[Iterable[FileRecord], "RunInfo", TextIO], None]


class RunInfo(NamedTuple):
    """What a reporter may want to know of the run. ``tally`` is complete once the records are exhausted.

    ``mode`` is ``check``, ``fix`` or ``diff``; ``problems`` are plugins that failed to load, a text each.
    """

    lang: str
    tally: Tally
    mode: str = "check"
    color: bool = False
    quiet: bool = False
    statistics: bool = False
    problems: tuple[str, ...] = ()


class Reporter(NamedTuple):
    """An output format. ``machine``: read by programs, so always UTF-8, unreadable files told inside it."""

    module: str
    machine: bool

    def load(self) -> Write:
        """The function that writes a whole run to a stream; its module is imported now."""
        from importlib import import_module

        write: Write = import_module(self.module).write
        return write


REPORTERS = {
    "text": Reporter("gxlint.reporters.text", machine=False),
    "json": Reporter("gxlint.reporters.json", machine=True),
    "jsonl": Reporter("gxlint.reporters.jsonl", machine=True),
}
