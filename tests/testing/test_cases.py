"""Case files: what they may hold, and what is said of those that are written wrongly."""

from pathlib import Path

import pytest

from gxlint.testing import Case, CaseError, blank_report, docstring_cases, load_cases, report_text
from tests.rules.kit import make_rule

GOOD = """\
rule: CN305
in: table_requests
province: GS
year: 2023
never: [ERRORS, CN306/error]
without: [disputes, table_proactive, table_requests.granted]
cases:
  total-too-small:
    fail: "| (一)予以公开 | 31 | 0 | 0 | 0 | 0 | 0 | ⟦30⟧ |"
    message: [总计 30…]
    severity: error
    fixed: ""
  closest:
    in: overview
    pass: 全年收到申请31件。
    never: []
    body: township
    format: 2019
"""


def _load(folder: Path, text: str) -> list[Case]:
    path = folder / "CN305.yaml"
    path.write_text(text, encoding="utf-8")
    return list(load_cases(path))


def test_a_case_has_what_stands_beside_it_and_above(tmp_path: Path) -> None:
    first, second = _load(tmp_path, GOOD)
    assert (first.id, first.code, first.place, first.fails) == (
        "CN305-total-too-small",
        "CN305",
        "table_requests",
        True,
    )
    assert (first.messages, first.severity, first.fixed) == (("总计 30…",), "error", "")
    assert (first.province, first.never) == ("GS", ("ERRORS", "CN306/error"))
    assert (first.draft.year, first.draft.form.key) == (2023, "2021")
    assert first.draft.tables.keys() == {"table_requests"}
    assert "granted" not in first.draft.tables["table_requests"]
    assert "disputes" not in {section.key for section in first.draft.sections}
    assert (second.id, second.place, second.fails, second.never) == ("CN305-closest", "overview", False, ())
    assert (second.draft.form.key, second.draft.body) == ("2019", "township")
    assert "全年收到申请31件。" in second.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "expected the keys rule, in and cases"),
        ("rule: CN305\ncases: [1]\n", "cases should map names to cases"),
        ("rule: CN305\ncases:\n  a: 1\n", "a: expected a mapping"),
        ("rule: CN305\ncases:\n  a: {pass: x, color: red}\n", "unknown keys color; known are body,"),
        ("rule: CN305\ncases:\n  a: {pass: x, fail: y}\n", "a: exactly one of fail and pass"),
        ("rule: CN305\ncases:\n  a: {message: x}\n", "a: exactly one of fail and pass"),
        ("rule: CN305\ncases:\n  a: {pass: x}\n", "a: the key in is missing"),
        ("rule: CN305\nin: overview\ncases:\n  a: {pass: x, format: 1999}\n", "unknown format 1999"),
        ("rule: CN305\nin: overview\ncases:\n  a: {pass: x, without: tabel}\n", "without names 'tabel'"),
        ("rule: [\n", "not YAML"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CaseError, match=r"CN305\.yaml: ") as refused:
        _load(tmp_path, text)
    assert said in str(refused.value)


def test_an_unknown_place_is_told(tmp_path: Path) -> None:
    (case,) = _load(tmp_path, "rule: CN305\nin: overveiw\ncases:\n  a: {pass: x}\n")
    with pytest.raises(ValueError, match="unknown place 'overveiw'"):
        _ = case.text


def test_examples_of_a_docstring() -> None:
    docstring = "总计等于各列之和。\n\nWrong:\n    ⟦一、总体情况⟧\nRight:\n    一、总体情况\n"
    wrong, right = docstring_cases(make_rule(__doc__=docstring, formats=("2019",))())
    assert (wrong.id, wrong.fails, wrong.place) == ("ZZ101-docstring-wrong", True, "overview")
    assert (right.id, right.fails, right.draft.form.key) == ("ZZ101-docstring-right", False, "2019")
    assert list(docstring_cases(make_rule(__doc__="总计等于各列之和。")())) == []


def test_the_blank_report_is_of_the_latest_format() -> None:
    text = report_text(blank_report(body="township", year=2024))
    assert text.startswith("青岭镇人民政府2024年政府信息公开工作年度报告\n")
    assert "国办公开办函〔2021〕30号" in text
