"""``--fix`` and ``--diff``: one file mended, or what mending would change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gxlint.cli.targets import STDIN
from gxlint.lint.fixes import fix_document
from gxlint.lint.writing import WriteError, encoded, unified_diff, write_mended
from gxlint.reporters.record import FileRecord, record, unreadable
from gxlint.source import SourceText

if TYPE_CHECKING:
    from gxlint.cli.targets import Target
    from gxlint.cli.task import Task
    from gxlint.lint.session import FileResult, Session


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
        _store(target, before, outcome.text)
    except WriteError as error:
        return unreadable(target.path, error.text(task.lang), root=target.root)
    return record(outcome.result, task.lang, root=target.root, detailed=task.detailed).replaced(fixed=fixed)


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
