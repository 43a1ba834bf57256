"""What was not checked and why: one entry for each reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.source.width import visible

if TYPE_CHECKING:
    from gxlint.reporters.record import FileRecord


def reasons(record: FileRecord, *, all_severities: bool = False) -> dict[str, list[str]]:
    """Each reason with the codes of the checks it held back; those of error rules alone unless all are asked for."""
    found: dict[str, list[str]] = {}
    for item in record.coverage.undecided:
        if all_severities or item.severity == "error":
            codes = found.setdefault(visible(item.reason), [])
            if item.code not in codes:
                codes.append(item.code)
    return found
