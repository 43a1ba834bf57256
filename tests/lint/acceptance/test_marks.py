"""Marks in a draft: what they are about, and that they are no part of the report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.lint.session import FileResult
from gxlint.rules import Severity
from gxlint.source import Span
from tests.lint.kit import bare_session, complaining, document_of

SESSION = bare_session(
    complaining("ZZ101", "甲"), complaining("ZZ102", "乙"), complaining("ZZ103", "丙", Severity.HINT)
)


def checked(text: str) -> FileResult:
    result = SESSION.check(document_of(text))
    assert result.error is None
    assert result.result is not None
    return result


def found(text: str) -> list[str]:
    result = checked(text).result
    assert result is not None
    return [finding.rule.code for finding in result.findings]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("甲乙 <!-- gxlint: ignore ZZ101 因口径不同 -->", ["ZZ102"]),
        ("甲乙 <!-- gxlint: ignore ZZ101, ZZ102 -->", []),
        ("甲乙 <!-- gxlint: ignore ZZ101 ZZ102 因口径不同 -->", []),
        ("甲乙 <!-- gxlint: ignore ZZ101、defect-zz102 -->", []),
        ("甲乙 <!-- gxlint: ignore defect-zz101 因 -->", ["ZZ102"]),
        ("甲 <!--gxlint:ignore ZZ101-->", []),
        ("甲 <!-- gxlint： ignore ZZ101 -->", []),
        ("甲 <!-- gxlint: ignore ZZ101 --> <!-- gxlint: ignore ZZ102 -->乙", []),
        ("<!-- gxlint: ignore ZZ101 -->\n甲", []),
        ("<!-- gxlint: ignore ZZ101 -->\n\n  \n甲", []),
        ("<!-- gxlint: ignore ZZ101 -->\n<!-- gxlint: ignore ZZ102 -->\n甲乙", []),
        ("甲\n甲 <!-- gxlint: ignore ZZ101 -->\n甲", ["ZZ101", "ZZ101"]),
        ("甲\r\n甲 <!-- gxlint: ignore ZZ101 -->\r\n", ["ZZ101"]),
        ("甲\n乙\n<!-- gxlint: ignore-file ZZ101 因 -->\n甲", ["ZZ102"]),
        ("甲<!-- ignore ZZ101 -->", ["ZZ101"]),
        ("甲<!-- gxlint: ignored ZZ101 -->", ["ZZ101"]),
        ("甲<!-- gxlint: ignore-all ZZ101 -->", ["ZZ101"]),
        ("甲<!-- gxlint: ignore ZZ101\n-->", ["ZZ101"]),
    ],
)
def test_what_a_mark_is_about(text: str, left: list[str]) -> None:
    assert found(text) == left


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("丁 <!-- gxlint: ignore ZZ101 -->", "GXL004 忽略标记 ZZ101 没有忽略任何问题,请删去"),
        ("丁 <!-- gxlint: ignore-file ZZ101 -->", "GXL004 忽略标记 ZZ101 没有忽略任何问题,请删去"),
        ("甲乙 <!-- gxlint: ignore ZZ101,ZZ102,ZZ103 -->", "GXL004 忽略标记 ZZ103 没有忽略任何问题,请删去"),
        ("丁 <!-- gxlint: ignore ZZ1O1 -->", "GXL003 忽略标记中的编号 ZZ1O1 不是已有规则,是否指 ZZ101?"),
        ("丁 <!-- gxlint: ignore 因口径不同 -->", "GXL003 忽略标记中的编号 因口径不同 不是已有规则"),
        ("丁 <!-- gxlint: ignore -->", "GXL003 忽略标记没有写明规则编号"),
    ],
)
def test_marks_that_mean_nothing(text: str, said: str) -> None:
    (finding,) = checked("丁\n" + text).result.findings  # type: ignore[union-attr]
    assert f"{finding.rule.code} {finding.text()}".startswith(said)
    start, _ = document_of("丁\n" + text).range(finding.span)
    assert start.line == 1


def test_the_reason_is_kept() -> None:
    (accepted,) = checked("甲 <!-- gxlint: ignore ZZ101 因口径,不同 -->").accepted
    assert (accepted.by, accepted.reason, accepted.finding.rule.code) == ("comment", "因口径,不同", "ZZ101")


def test_the_verdict_is_that_of_what_is_left() -> None:
    result = checked("甲丙 <!-- gxlint: ignore ZZ101 因 -->").result
    assert result is not None
    assert (result.verdict, result.coverage.failed) == ("pass", ("ZZ103",))
    assert result.coverage.passed == ("ZZ101", "ZZ102")


def test_marks_are_no_part_of_the_text() -> None:
    document = document_of("甲<!-- gxlint: ignore ZZ101 甲乙 -->丁\n<!-- gxlint: ignore-file ZZ102 -->\n戊")
    assert document.text == "甲丁\n\n戊"
    at = document.text.index("戊")
    assert document.raw(Span(at, at + 1)) == "戊"


def test_other_comments_stay() -> None:
    assert document_of("甲<!-- 备注 -->").text == "甲<!-- 备注 -->"


@given(
    st.lists(
        st.sampled_from(
            ["甲", "\n", " ", "<!-- gxlint: ignore ZZ101 -->", "<!-- gxlint: ignore", "-->", "丁"]
        )
    )
)
def test_places_stay_where_they_are(parts: list[str]) -> None:
    text = "".join(parts)
    result = checked(text).result
    assert result is not None
    document = document_of(text)
    for finding in result.findings:
        if finding.rule.code == "ZZ101":
            assert document.raw(finding.span) == "甲"
