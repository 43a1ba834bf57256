"""A progress bar on the error stream, for people who wait."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.reporters.record import FileRecord

_LOOK_AFTER = 0.3  # seconds of work by which the rest is judged
_WORTH_IT = 1.0  # seconds of work ahead


def fits(*, to_file: bool) -> bool:
    """Whether a bar would be seen and not be written across the output."""
    return sys.stderr.isatty() and (to_file or not sys.stdout.isatty())


def with_progress(records: Iterable[FileRecord], total: int, lang: str) -> Iterator[FileRecord]:
    """The records, with a bar as soon as it is plain that more than a second of work lies ahead."""
    records = iter(records)
    begun = time.monotonic()
    for done, record in enumerate(records, 1):
        yield record
        spent = time.monotonic() - begun
        if spent > _LOOK_AFTER:
            if spent / done * (total - done) > _WORTH_IT:
                yield from _with_bar(records, done, total, lang)
            break
    yield from records


def _with_bar(records: Iterator[FileRecord], done: int, total: int, lang: str) -> Iterator[FileRecord]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(say(lang, "检查报告", "checking"), total=total, completed=done)
        for record in records:
            bar.advance(task)
            yield record
