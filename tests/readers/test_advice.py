"""Advice in a form is no part of the report; every other place stays where it is."""

import pytest

from gxlint.readers import read_text
from gxlint.source import SourceText, Span


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- gxlint 提示：问题和改进情况都要写。（条例第五十条） -->",
        "<!--gxlint 提示:未收取的写明未收取。-->",
        "<!-- gxlint提示 -->",
    ],
)
def test_it_is_not_read(comment: str) -> None:
    text = f"一、总体情况\n{comment}\n全年公开信息36条。"
    document = read_text(SourceText(text), "a.gxr.md")
    assert document.text == "一、总体情况\n\n全年公开信息36条。"
    start = document.text.index("全年")
    assert document.view.source_span(Span(start, start + 2)).start == text.index("全年")


@pytest.mark.parametrize(
    "comment", ["<!-- 提示：自己的话 -->", "<!-- gxlint 提示：没有结束", "<!-- gxlint：全部 -->"]
)
def test_other_comments_are(comment: str) -> None:
    assert "<!--" in read_text(SourceText(f"一、总体情况\n{comment}\n全年公开。"), "a.gxr.md").text
