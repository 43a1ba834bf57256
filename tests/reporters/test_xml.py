"""junit and checkstyle."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.reporters.records import HOSTILE, diagnostic, every_kind, file_record, hostile_record, written


def parsed(name: str, *records: Any, **info: Any) -> ET.Element:
    # A file in UTF-8 stands in for lone surrogates as the command line does.
    return ET.fromstring(written(name, *records, **info).encode("utf-8", "backslashreplace"))


def test_checkstyle() -> None:
    root = parsed("checkstyle", *every_kind())
    assert root.tag == "checkstyle"
    files = {file.get("name"): [error.attrib for error in file] for file in root}
    assert list(files) == [
        "clean.txt",
        "sub/wrong.txt",
        "accepted.txt",
        "open.txt",
        "missing.txt",
        "notice.txt",
        "gxlint.toml",
    ]
    assert files["clean.txt"] == files["accepted.txt"] == []
    assert files["sub/wrong.txt"][0] == {
        "line": "41",
        "column": "9",
        "severity": "error",
        "message": "总计 30 ≠ 各列之和 31",
        "source": "gxlint.CN305.row-total",
    }
    assert files["sub/wrong.txt"][1]["severity"] == "info"
    assert files["open.txt"][0]["message"] == "未能核对 CN307 表三缺格"


def test_checkstyle_lists_accepted_findings_where_asked_for() -> None:
    root = parsed("checkstyle", *every_kind(), show_accepted=True, lang="en")
    (error,) = next(file for file in root if file.get("name") == "accepted.txt")
    assert error.get("severity") == "info"
    assert str(error.get("message")).endswith("accepted (reason: 与统计口径一致)")


def test_junit_is_a_suite_a_file() -> None:
    root = parsed("junit", *every_kind())
    counts = {
        suite.get("name"): tuple(
            int(suite.get(key, "")) for key in ("tests", "failures", "errors", "skipped")
        )
        for suite in root
    }
    assert counts == {
        "clean.txt": (2, 0, 0, 0),
        "sub/wrong.txt": (4, 1, 0, 1),
        "accepted.txt": (0, 0, 0, 0),
        "open.txt": (2, 0, 0, 1),
        "missing.txt": (1, 0, 1, 0),
        "notice.txt": (1, 0, 0, 0),
        "gxlint.toml": (1, 0, 0, 0),
    }


def test_junit_fails_where_the_verdict_does() -> None:
    found = diagnostic(severity="warning")
    (suite,) = parsed("junit", file_record("a.txt", found, fail_level="warning"))
    (case,) = suite
    assert (case.get("classname"), case.get("name")) == ("a.txt", "CN305 row-total 41:9")
    (failure,) = case
    assert (failure.tag, failure.get("type"), failure.get("message")) == (
        "failure",
        "CN305",
        "总计 30 ≠ 各列之和 31",
    )
    assert failure.text == (
        "a.txt:41:9 警告 CN305 总计 30 ≠ 各列之和 31\n也见 41:8 自然人:31\n可改为“31”(建议)"
    )
    (suite,) = parsed("junit", file_record("a.txt", found))
    assert [element.tag for element in suite[0]] == ["system-out"]


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_hostile_texts_stay_texts(name: str) -> None:
    root = parsed(name, hostile_record(), show_accepted=True)
    tags = {element.tag for element in root.iter()}
    known = {"testsuites", "testsuite", "testcase", "failure", "skipped"}
    assert tags <= known | {"checkstyle", "file", "error"}
    messages = {element.get("message") for element in root.iter()}
    assert set(HOSTILE[:6]) <= messages


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_no_files_is_still_xml(name: str) -> None:
    assert len(parsed(name)) == 0
