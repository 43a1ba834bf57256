"""Many files on one core or several. The answer is the same either way, in the same order."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gxlint.cli.targets import STDIN, empty_folder
from gxlint.cli.work import work
from gxlint.reporters.record import FileRecord, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gxlint.cli.targets import Target
    from gxlint.cli.task import Task
    from gxlint.lint.session import Session

# Below this many files a second process costs more than it brings.
_WORTH_IT = 400


def check_all(
    session: Session, task: Task, targets: Sequence[Target], jobs: int | None
) -> Iterator[FileRecord]:
    """Records in the order of the targets, as they come.

    Args:
        session: rules and formats of this run.
        task: what to do with each file.
        targets: what to check.
        jobs: processes; 0 for one a core, none for what suits the number of files.
    """
    processes = _processes(jobs, targets)
    if processes == 1:
        return (found for target in targets for found in work(session, task, [target]))
    from gxlint.cli.pool import check_in_pool

    return check_in_pool(session, task, targets, processes)


def with_empty_folders(records: Iterable[FileRecord], lang: str) -> Iterator[FileRecord]:
    """The records, and one more for each folder in which no file turned out to be a report."""
    reports: dict[str, int] = {}
    for record in records:
        if record.root is not None:
            speaks = record.kind not in (None, "other")
            reports[record.root] = reports.get(record.root, 0) + (speaks or record.unreadable)
        yield record
    for root, number in reports.items():
        if not number:
            yield unreadable(root, empty_folder(root, lang))


def _processes(jobs: int | None, targets: Sequence[Target]) -> int:
    if any(target.path == STDIN for target in targets):
        return 1  # the other processes have no standard input
    cores = _cores()
    if jobs is None:
        jobs = cores if len(targets) >= _WORTH_IT else 1
    return min(jobs or cores, max(1, len(targets)))


def _cores() -> int:
    """Cores this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
