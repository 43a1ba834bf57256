"""Terminal columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.source.width import clip, display_width, pad, visible, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("总计", 4),
        ("\uff13\uff10", 4),  # full-width digits
        ("…", 1),  # ambiguous
        ("e\u0301", 1),  # combining accent
        ("总\u200b计", 4),  # zero-width space
        ("\U00020000", 2),  # a character beyond the basic plane
    ],
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize("right", [False, True])
def test_pad_reaches_the_same_column_in_any_script(right: bool) -> None:
    assert {display_width(pad(text, 10, right=right)) for text in ("总计", "total", "12")} == {10}


@given(st.text(), st.integers(2, 30))
def test_clip_never_exceeds_the_width(text: str, width: int) -> None:
    assert display_width(clip(visible(text), width)) <= width


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert visible("a\x1b[31mb\u202ec\r\n") == "a\ufffd[31mb\ufffdc\ufffd\ufffd"


def test_wrap_breaks_chinese_anywhere_but_keeps_closing_marks_and_words_whole() -> None:
    assert wrap("全角字符,每个占两列", 8) == ["全角字", "符,每个", "占两列"]
    assert wrap("use gxlint check", 10) == ["use gxlint", "check"]


@given(st.text(alphabet="规则a b,", max_size=80), st.integers(6, 20))
def test_wrap_loses_nothing(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")
