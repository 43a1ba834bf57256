"""The code quality report."""

import json
import re
from typing import Any

from gxlint.reporters.record import Range
from tests.reporters.records import HOSTILE, diagnostic, every_kind, file_record, hostile_record, written


def issues(*records: Any, **info: Any) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(written("gitlab", *records, **info))
    return made


def test_a_finding_is_an_issue() -> None:
    (issue,) = issues(file_record("./sub/a.txt", diagnostic()))
    fingerprint = issue.pop("fingerprint")
    assert issue == {
        "description": "CN305 总计 30 ≠ 各列之和 31",
        "check_name": "CN305 row-total",
        "severity": "major",
        "location": {"path": "sub/a.txt", "lines": {"begin": 41, "end": 41}},
    }
    assert re.fullmatch("[0-9a-f]{64}", fingerprint)


def test_fingerprints_tell_findings_apart_and_outlive_moved_lines() -> None:
    moved = diagnostic(range=Range(50, 8, 50, 10))
    before, after = (issues(file_record("a.txt", found, found)) for found in (diagnostic(), moved))
    assert [issue["fingerprint"] for issue in before] == [issue["fingerprint"] for issue in after]
    other = issues(file_record("b.txt", diagnostic()))
    assert len({issue["fingerprint"] for issue in (*before, *other)}) == 3


def test_every_kind_of_record() -> None:
    made = issues(*every_kind(), show_accepted=True)
    assert [(issue["location"]["path"], issue["severity"]) for issue in made] == [
        ("sub/wrong.txt", "major"),
        ("sub/wrong.txt", "info"),
        ("sub/wrong.txt", "info"),
        ("accepted.txt", "info"),
        ("open.txt", "info"),
        ("missing.txt", "major"),
        ("notice.txt", "minor"),
        ("gxlint.toml", "minor"),
    ]
    assert made[4]["description"] == "未能核对 CN307 表三缺格"


def test_nothing_found_is_an_empty_list() -> None:
    assert issues(file_record("a.txt")) == issues() == []


def test_hostile_texts_stay_texts() -> None:
    made = issues(hostile_record())
    assert [issue["description"] for issue in made[: len(HOSTILE)]] == [f"CN305 {text}" for text in HOSTILE]
    assert len({issue["fingerprint"] for issue in made}) == len(made)
