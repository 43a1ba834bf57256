"""``--write-baseline``: what is found now is known from now on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gxlint.cli.files import atomic_text
from gxlint.cli.output import check_writable
from gxlint.cli.targets import STDIN
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.lint.acceptance.accepted import Fingerprint
    from gxlint.reporters.record import Diagnostic, FileRecord

_TOOL = "GXL"


def write_baseline(path: str, records: Iterable[FileRecord], lang: str) -> str:
    """Write what the rules find to a baseline file, and return what to tell.

    Raises:
        UsageError: the file cannot be written.
    """
    from gxlint.lint.acceptance.baseline import baseline_text

    check_writable(path, lang)
    found = list(_found(records))
    with atomic_text(path) as stream:
        stream.write(baseline_text(path, found))
    return say(
        lang,
        "已把 {files} 个文件的 {n} 处问题记入基线 {path};以后用 --baseline {path} 只看新问题",
        "wrote {n} findings of {files} files to {path}; with --baseline {path} only new ones are reported",
        n=len(found),
        files=len({file for file, _ in found}),
        path=path,
    )


def _found(records: Iterable[FileRecord]) -> Iterator[tuple[str, Fingerprint]]:
    for record in records:
        if record.unreadable or record.skipped or record.path == STDIN or record.kind == "config":
            continue
        for diagnostic in record.diagnostics:
            if not diagnostic.code.startswith(_TOOL):
                yield os.path.abspath(record.path), _fingerprint(diagnostic)


def _fingerprint(diagnostic: Diagnostic) -> Fingerprint:
    from gxlint.lint.acceptance.accepted import Fingerprint, address_of, quoted
    from gxlint.rules import Where

    excerpt = diagnostic.excerpt
    text = excerpt.text[excerpt.start : excerpt.end] if excerpt else ""
    return Fingerprint(diagnostic.code, address_of(Where(**diagnostic.where)), quoted(text))
