"""Remarks in web pages: marked in the text, listed at the end, and the page itself as it was."""

import re

import pytest

from gxlint.readers import ReadError, read_bytes
from gxlint.testing.forms import blank_report
from gxlint.testing.pages import written
from gxlint.writeback.html import NOT_THE_SAME, with_notes, without_notes
from gxlint.writeback.remark import Remark
from tests.support import html_pages

_DRAFT = blank_report()
PAGE = html_pages.page(written(_DRAFT, html_pages.table, prose=html_pages.paragraph), _DRAFT.title)


def noted(data: bytes, *words: str, lines: tuple[str, ...] = ("说明",)) -> bytes:
    document = read_bytes(data, "报告.html")
    text = document.source.text
    return with_notes(
        data, document, [Remark(at, at + len(word), lines) for word in words for at in [text.rindex(word)]]
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_the_page_itself_stays(encoding: str) -> None:
    data = PAGE.replace('"utf-8"', f'"{encoding}"').encode(encoding)
    made = noted(data, "总体情况</p>"[:4], "本年制发件数")
    text = read_bytes(made, "报告.html").source.text
    assert '<gxlint-mark style="background:#d9e8ff">总体情况</gxlint-mark>' in text
    assert "[2]</a> 说明" in text
    if encoding != "utf-16":
        assert without_notes(made) == data


def test_written_again_it_is_the_same() -> None:
    made = noted(PAGE.encode(), "本年制发件数")
    assert noted(without_notes(made), "本年制发件数") == made


def test_no_words_are_taken_for_markup() -> None:
    made = noted(
        PAGE.encode(), "本年制发件数", lines=("</gxlint-remarks><script>alert(1)</script>",)
    ).decode()
    assert "<script>" not in made
    assert "&lt;script&gt;" in made


def test_a_place_with_tags_inside_is_numbered_and_not_marked() -> None:
    data = b"<html><body><p>a<b>bc</b>d</p></body></html>"
    document = read_bytes(data, "a.html")
    made = with_notes(
        data, document, [Remark(data.index(b"a<b>"), data.index(b"d</p>") + 1, ("x",))]
    ).decode()
    assert "gxlint-mark" not in made
    assert re.search(r"d<gxlint-note [^>]*><a href=\"#gxlint-1\">\[1\]</a></gxlint-note></p>", made)


def test_nothing_is_put_into_the_windows_title() -> None:
    data = "<html><head><title>云泽县财政局2024年政府信息公开工作年度报告</title></head><body><p>正文</p></body></html>".encode()
    made = noted(data, "年度报告").decode()
    assert "<title>云泽县财政局2024年政府信息公开工作年度报告</title>" in made
    assert "[1]</a> 说明" in made


def test_a_page_that_cannot_be_kept_is_left_alone() -> None:
    document = read_bytes(PAGE.encode(), "报告.html")
    with pytest.raises(ReadError) as caught:
        with_notes(PAGE.encode()[1:], document, [])
    assert caught.value.problem is NOT_THE_SAME
