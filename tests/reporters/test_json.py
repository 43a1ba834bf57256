"""What programs read."""

import json

from gxlint.reporters.record import CoverageRecord, unreadable
from tests.reporters.records import diagnostic, file_record, undecided, written


def test_the_fixed_shape() -> None:
    coverage = CoverageRecord(("CN306",), ("CN305",), ("CN211",), (undecided("CN307", "缺格"),))
    made = json.loads(written("json", file_record("a.txt", diagnostic(), coverage=coverage)))
    place = {"start": {"line": 40, "character": 8}, "end": {"line": 40, "character": 10}}
    edit = {"start": {"line": 40, "character": 12}, "end": {"line": 40, "character": 14}}
    before = {"start": {"line": 40, "character": 7}, "end": {"line": 40, "character": 9}}
    assert made == {
        "version": 1,
        "files": [
            {
                "path": "a.txt",
                "kind": "report",
                "format": "2021",
                "year": 2024,
                "organisation": "青岭镇人民政府",
                "body_type": "township",
                "province": None,
                "encoding": "utf-8",
                "verdict": "fail",
                "diagnostics": [
                    {
                        "code": "CN305",
                        "name": "row-total",
                        "severity": "error",
                        "message": "总计 30 ≠ 各列之和 31",
                        "range": place,
                        "where": {"table": "table_requests", "row": "granted", "column": "total"},
                        "related": [{"message": "自然人:31", "range": before}],
                        "fix": {
                            "title": "改为“31”",
                            "safe": False,
                            "edits": [{"range": edit, "new_text": "31"}],
                        },
                        "url": None,
                        "held_back": 0,
                    }
                ],
                "coverage": {
                    "passed": ["CN306"],
                    "failed": ["CN305"],
                    "not_applicable": ["CN211"],
                    "undecided": [{"code": "CN307", "severity": "error", "where": {}, "reason": "缺格"}],
                },
            }
        ],
        "problems": [],
        "summary": {
            "files": 1,
            "error": 1,
            "warning": 0,
            "info": 0,
            "hint": 0,
            "undecided": 1,
            "accepted": 0,
            "verdicts": {"pass": 0, "fail": 1, "incomplete": 0},
            "unreadable": 0,
            "skipped": 0,
            "fixed": 0,
        },
    }


def test_an_unreadable_file_is_a_file_with_one_diagnostic() -> None:
    made = json.loads(written("json", unreadable("b.txt", "文件不存在")))
    (file,) = made["files"]
    (found,) = file["diagnostics"]
    zero = {"line": 0, "character": 0}
    assert (found["code"], found["message"], found["where"], found["fix"]) == (
        "GXL001",
        "文件不存在",
        None,
        None,
    )
    assert found["range"] == {"start": zero, "end": zero}
    assert made["summary"]["error"] == made["summary"]["unreadable"] == 1


def test_no_files_is_still_json() -> None:
    assert json.loads(written("json"))["files"] == []


def test_statistics_by_code() -> None:
    made = json.loads(written("json", file_record("a.txt", diagnostic(), diagnostic()), statistics=True))
    assert made["summary"]["codes"] == {"CN305": 2}


def test_jsonl_is_the_same_objects_one_a_line() -> None:
    records = file_record("a.txt", diagnostic()), file_record("b.txt"), unreadable("c.txt", "空文件")
    lines = [json.loads(line) for line in written("jsonl", *records).splitlines()]
    assert lines == json.loads(written("json", *records))["files"]
