"""Checks a file together with the SHA-256 of the very bytes that were checked."""

from __future__ import annotations

import sys
from hashlib import file_digest, sha256
from typing import TYPE_CHECKING

from gxlint.cli.targets import STDIN
from gxlint.reporters.record import FileRecord, record, unreadable
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from gxlint.cli.targets import Target
    from gxlint.cli.task import Task
    from gxlint.lint.session import Session


def sealed(session: Session, task: Task, target: Target) -> FileRecord:
    """The record of a file, which names its bytes. A file that somebody writes to meanwhile is not sealed."""
    if target.path == STDIN:
        data = sys.stdin.buffer.read()
        result = session.check_bytes(data, task.stdin_name or STDIN)
        before = after = sha256(data).hexdigest()
    else:
        before = sha256_of(target.path)
        result = session.check_path(target.path)
        after = sha256_of(target.path)
    if before != after:
        message = say(
            task.lang,
            "{path} 在检查时被改动,请重新检查",
            "{path} was changed while it was checked; check it again",
            path=target.path,
        )
        return unreadable(target.path, message, root=target.root)
    return record(result, task.lang, root=target.root, detailed=task.detailed).replaced(sha256=before)


def sha256_of(path: str) -> str:
    """The SHA-256 of a file's bytes, as hexadecimal digits; empty where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
