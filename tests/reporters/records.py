"""Invented records, as short as a test wants them."""

from __future__ import annotations

from io import BytesIO, StringIO
from typing import Any

from gxlint.reporters import REPORTERS, RunInfo
from gxlint.reporters.record import (
    AcceptedRecord,
    CoverageRecord,
    Diagnostic,
    Excerpt,
    FileRecord,
    FixRecord,
    Range,
    RelatedRecord,
    UndecidedRecord,
    unreadable,
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
    return made.replaced(**changes)


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
    return made.replaced(**changes)


# What would do harm where a text is taken for something else.
HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    "javascript:alert(1)",
    "]]><!-- --><![CDATA[ &amp; </error></file>",
    '=HYPERLINK("http://a.invalid")',
    "::error file=x::y\n::warning::z",
    "a%0Ab\r\nc\td\x1b[31m\x00\x0b\u2028\ud800\ufffe\u202e",
)


def hostile_record() -> FileRecord:
    """A report in which every text means harm."""
    found = [
        diagnostic(
            message=text,
            excerpt=Excerpt(text, 0, len(text), cut_left=False, cut_right=False),
            related=(RelatedRecord(text, Range(40, 7, 40, 9), 7),),
            fix=FixRecord(text, safe=True, edits=((Range(40, 12, 40, 14), text),)),
            address=text,
        )
        for text in HOSTILE
    ]
    everything = "".join(HOSTILE)
    coverage = CoverageRecord(
        failed=("CN305",), undecided=tuple(undecided("CN307", text) for text in HOSTILE)
    )
    return file_record(f"{everything}.txt", *found, coverage=coverage, organisation=everything)


def every_kind() -> list[FileRecord]:
    """One record of each kind a run can bring."""
    accepted = AcceptedRecord(diagnostic(code="CN401", name="disputes-total"), "accept", "与统计口径一致")
    coverage = CoverageRecord(("CN306",), ("CN305",), ("CN211",), (undecided("CN307", "表三缺格"),))
    return [
        file_record("clean.txt", coverage=CoverageRecord(("CN305", "CN306"))),
        file_record("sub/wrong.txt", diagnostic(), diagnostic(severity="hint"), coverage=coverage),
        file_record("accepted.txt", accepted=(accepted,)),
        file_record("open.txt", verdict="incomplete", coverage=coverage.replaced(failed=())),
        unreadable("missing.txt", "找不到文件 missing.txt"),
        file_record("notice.txt", diagnostic(code="GXL006", severity="warning"), kind="other"),
        file_record(
            "inbox/notice.txt", diagnostic(code="GXL006", severity="warning"), kind="other", root="inbox"
        ),
        file_record(
            "gxlint.toml", diagnostic(code="GXL004", severity="warning", excerpt=None), kind="config"
        ),
    ]


def written(name: str, *records: FileRecord, **info: Any) -> str:
    """What a reporter writes of these records."""
    stream = StringIO()
    write_to(stream, name, *records, **info)
    return stream.getvalue()


def written_bytes(name: str, *records: FileRecord, **info: Any) -> bytes:
    """The same of one that writes bytes."""
    stream = BytesIO()
    write_to(stream, name, *records, **info)
    return stream.getvalue()


def write_to(stream: Any, name: str, *records: FileRecord, **info: Any) -> None:
    """Have a reporter write these records."""
    tally = Tally()
    writer = REPORTERS[name].load()(RunInfo(**{"lang": "zh", "tally": tally, **info}), stream)
    for record in tally.watch(records):
        writer.add(record)
    writer.close()
