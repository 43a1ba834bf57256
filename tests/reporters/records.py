"""Invented records, as short as a test wants them."""

from __future__ import annotations

from io import StringIO
from typing import Any

from gxlint.reporters import REPORTERS, RunInfo
from gxlint.reporters.record import (
    CoverageRecord,
    Diagnostic,
    Excerpt,
    FileRecord,
    FixRecord,
    Range,
    RelatedRecord,
    UndecidedRecord,
)
from gxlint.reporters.tally import Tally


def diagnostic(**changes: Any) -> Diagnostic:
    """An error in a row of 表三."""
    made = Diagnostic(
        code="CN305",
        name="row-total",
        severity="error",
        message="总计 30 ≠ 各列之和 31",
        range=Range(40, 8, 40, 10),
        column=8,
        excerpt=Excerpt("予以公开 | 31 | 30 |", 12, 14, cut_left=False, cut_right=False),
        where={"table": "table_requests", "row": "granted", "column": "total"},
        related=(RelatedRecord("自然人:31", Range(40, 7, 40, 9), 7),),
        fix=FixRecord("改为“31”", safe=False, edits=((Range(40, 12, 40, 14), "31"),)),
        url="",
        held_back=0,
    )
    return made._replace(**changes)


def undecided(code: str, reason: str, severity: str = "error") -> UndecidedRecord:
    """A check that could not be made."""
    return UndecidedRecord(code, severity, {}, reason)


def file_record(path: str = "a.txt", *diagnostics: Diagnostic, **changes: Any) -> FileRecord:
    """A report with these findings."""
    made = FileRecord(
        path=path,
        kind="report",
        verdict="fail" if diagnostics else "pass",
        diagnostics=diagnostics,
        coverage=CoverageRecord(failed=tuple(sorted({item.code for item in diagnostics}))),
        format="2021",
        year=2024,
        organisation="青岭镇人民政府",
        body_type="township",
        encoding="utf-8",
    )
    return made._replace(**changes)


def written(name: str, *records: FileRecord, **info: Any) -> str:
    """What a reporter writes of these records."""
    stream, tally = StringIO(), Tally()
    run = RunInfo(**{"lang": "zh", "tally": tally, **info})
    REPORTERS[name].load()(tally.watch(records), run, stream)
    return stream.getvalue()
