"""After the last file: what is wrong with the accepted exceptions of the configurations that were used."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gxlint.reporters.record import CoverageRecord, Diagnostic, FileRecord, Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.lint.acceptance.accepted import Use
    from gxlint.lint.acceptance.review import Complaint
    from gxlint.lint.config.config import Config
    from gxlint.lint.scope import Scope
    from gxlint.lint.session import Session


def with_review(
    records: Iterable[FileRecord], session: Session, roots: Iterable[str], lang: str
) -> Iterator[FileRecord]:
    """The records, and one more for each configuration with something to be said of it.

    Args:
        records: what came of the files.
        session: knows the configurations that were used.
        roots: the folders that were checked as a whole.
        lang: language of the messages.
    """
    uses: dict[str, list[Use]] = {}
    seen: set[str] = set()
    for record in records:
        if not record.unreadable:
            seen.add(os.path.dirname(record.path))
        for use in record.uses:
            uses.setdefault(use.config, []).append(use)
        yield record
    whole = [os.path.realpath(root) for root in roots]
    for scope in _in_use(session, seen):
        if scope.config is not None and scope.config.accept:
            found = _reviewed(scope, scope.config, uses.get(scope.config.path, []), whole, lang)
            if found.diagnostics:
                yield found


def _in_use(session: Session, folders: Iterable[str]) -> list[Scope]:
    """The scopes of these folders, each once."""
    scopes = {
        id(scope): scope
        for folder in sorted(folders)
        for scope in (session.scope(os.path.join(folder, "_")),)
    }
    return [scope for scope in scopes.values() if scope is not None]


def _reviewed(scope: Scope, config: Config, uses: list[Use], roots: list[str], lang: str) -> FileRecord:
    from datetime import date

    from gxlint.lint.acceptance.review import review

    folder = os.path.realpath(config.folder)
    whole = any(folder == root or folder.startswith(root.rstrip(os.sep) + os.sep) for root in roots)
    ruleset = scope.ruleset(None)
    complaints = [
        complaint
        for complaint in review(config, uses, scope.rules, date.today(), whole=whole)
        if complaint.rule.code not in ruleset.silenced
    ]
    grave = any(ruleset.severity(complaint.rule).at_least(scope.fail_level) for complaint in complaints)
    codes = sorted({complaint.rule.code for complaint in complaints})
    return FileRecord(
        path=config.path,
        kind="config",
        verdict="fail" if grave else "pass",
        diagnostics=tuple(_diagnostic(complaint, scope, lang) for complaint in complaints),
        coverage=CoverageRecord(failed=tuple(codes)),
    )


def _diagnostic(complaint: Complaint, scope: Scope, lang: str) -> Diagnostic:
    rule, line, column = complaint.rule, complaint.place.line - 1, complaint.place.column - 1
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=scope.ruleset(None).severity(rule).value,
        message=complaint.message.render(complaint.params, lang),
        range=Range(line, column, line, column),
        column=column,
        excerpt=None,
        where={},
        related=(),
        fix=None,
        url=rule.url,
        held_back=0,
    )
