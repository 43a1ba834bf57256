"""What is done with one file: read, checked, mended where asked for. For any number of processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.cli.targets import STDIN
from gxlint.lint.tool_rules import CRASHED
from gxlint.reporters.record import FileRecord, record, unreadable
from gxlint.reporters.words import say
from gxlint.rules.crash import describe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gxlint.cli.targets import Target
    from gxlint.cli.task import Task
    from gxlint.lint.session import FileResult, Session


def work(session: Session, task: Task, targets: Iterable[Target]) -> list[FileRecord]:
    """The records of some files, in order."""
    return [_one(session, task, target) for target in targets]


def failed(target: Target, lang: str, why: str) -> FileRecord:
    """The record of a file on which the program itself came to grief."""
    message = say(
        lang,
        "检查 {path} 时程序出错({why}),其他文件不受影响;请把这份文件附在问题报告里",
        "checking {path} failed ({why}), other files are not affected; please report it with this file",
        path=target.path,
        why=why,
    )
    return unreadable(target.path, message, root=target.root, rule=CRASHED)


def _one(session: Session, task: Task, target: Target) -> FileRecord:
    if target.problem is not None:
        return unreadable(target.path, target.problem, root=target.root)
    try:
        if task.sealed:
            from gxlint.cli.sealing import sealed

            return sealed(session, task, target)
        result = _check(session, task, target)
        if task.mode == "check" or result.report is None:
            return record(result, task.lang, root=target.root, detailed=task.detailed)
        from gxlint.cli.mend import mend

        return mend(session, task, target, result)
    except Exception as error:  # one file must not end the run over all the others
        return failed(target, task.lang, describe(error))


def _check(session: Session, task: Task, target: Target) -> FileResult:
    if target.path == STDIN:
        import sys

        return session.check_bytes(sys.stdin.buffer.read(), task.stdin_name or STDIN)
    return session.check_path(target.path)
