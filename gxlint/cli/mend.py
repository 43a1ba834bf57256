"""``--fix`` and ``--diff``: one file mended, or what mending would change."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from gxlint.cli.targets import STDIN
from gxlint.lint.fixes import fix_document
from gxlint.lint.writing import (
    CHANGED,
    WriteError,
    encoded,
    not_written,
    replace_file,
    unified_diff,
    write_mended,
)
from gxlint.reporters.record import FileRecord, record, unreadable
from gxlint.rules import Message
from gxlint.source import SourceText

if TYPE_CHECKING:
    from gxlint.cli.targets import Target
    from gxlint.cli.task import Task
    from gxlint.lint.session import FileResult, Session
    from gxlint.readers import Document

_NOT_FROM_STDIN = Message(
    "从标准输入读取的 Word 文档和工作簿不能修改。请给出文件名",
    "Word documents and workbooks from standard input cannot be changed. Name the file",
)


def mend(session: Session, task: Task, target: Target, result: FileResult) -> FileRecord:
    """The record of a file after its fixes were applied, or as it stands with what they would change."""
    assert result.report is not None
    document = result.report.document
    outcome = fix_document(session, document, unsafe=task.unsafe)
    fixed = tuple(sorted(Counter(finding.rule.code for finding in outcome.applied).items()))
    before = document.source
    if task.mode == "diff":
        after = SourceText(outcome.text, before.encoding)
        difference = unified_diff(document.path, before, after)
        return record(result, task.lang, root=target.root, detailed=task.detailed).replaced(
            diff=difference, fixed=fixed
        )
    try:
        if document.places is None:
            _store(target, before, outcome.text)
        elif outcome.applied and outcome.result.report is not None:
            _store_document(target, document, outcome.result.report.document)
    except WriteError as error:
        return unreadable(target.path, error.text(task.lang), root=target.root)
    return record(outcome.result, task.lang, root=target.root, detailed=task.detailed).replaced(fixed=fixed)


def _store_document(target: Target, before: Document, after: Document) -> None:
    """Write a document back into its file, which still has to hold what was read from it."""
    from datetime import UTC, datetime

    from gxlint.readers import ReadError, data_of
    from gxlint.writeback.mending import mended

    if target.path == STDIN:
        raise WriteError(_NOT_FROM_STDIN)
    try:
        data = data_of(target.path)
    except ReadError as error:
        raise WriteError(CHANGED, path=target.path) from error
    made = mended(data, before, after, datetime.now(UTC))
    try:
        replace_file(os.path.realpath(target.path), made)
    except OSError as error:
        raise not_written(target.path, error) from error


def _store(target: Target, before: SourceText, text: str) -> None:
    """Write the text in the encoding it came in; an unchanged file is not touched."""
    if target.path == STDIN:
        import sys

        data = encoded(text, before.encoding, b"", STDIN)
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    elif text != before.text:
        write_mended(target.path, before, text)
