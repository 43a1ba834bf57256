"""The line index, against a slow reading of the rules of LSP."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.source import Position, SourceText

TEXTS = st.text(alphabet="a区\U0001f600\n\r\u000b\u000c\u0085\u2028|0", max_size=60)


def slow_position(text: str, offset: int) -> Position:
    lines = re.split(r"\r\n|\n|\r", text)
    ends = [match.end() for match in re.finditer(r"\r\n|\n|\r", text)]
    line = sum(end <= offset for end in ends)
    start = ends[line - 1] if line else 0
    assert line < len(lines)
    return Position(line, len(text[start:offset].encode("utf-16-le")) // 2)


@given(TEXTS)
def test_every_offset_has_its_place(text: str) -> None:
    source = SourceText(text)
    for offset in range(len(text) + 1):
        assert source.position(offset) == slow_position(text, offset)


@given(TEXTS)
def test_places_lead_back_unless_inside_a_line_end(text: str) -> None:
    source = SourceText(text)
    for offset in range(len(text) + 1):
        line = source.line_of(offset)
        start, end = source.line_bounds(line)
        assert source.offset(source.position(offset)) == min(offset, end)
        assert source.line_text(line) == text[start:end]


def test_word_soft_breaks_are_no_line_ends() -> None:
    source = SourceText("甲\u000b乙\u2028丙\n丁")
    assert [source.line_text(line) for line in range(2)] == ["甲\u000b乙\u2028丙", "丁"]


def test_offsets_outside_are_clipped() -> None:
    source = SourceText("甲\n乙")
    assert source.position(99) == Position(1, 1)
    assert source.position(-1) == Position(0, 0)
    assert source.offset(Position(0, 99)) == 1
    assert source.offset(Position(99, 0)) == 3


def test_half_a_character_is_the_whole() -> None:
    source = SourceText("\U0001f600x")
    assert source.offset(Position(0, 1)) == 1
    assert source.offset(Position(0, 2)) == 1


def test_lone_surrogates_do_not_stop_anything() -> None:
    assert SourceText("a\ud800b").position(3) == Position(0, 3)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    source = SourceText(f"甲{end}乙{end}")
    assert [source.line_text(line) for line in range(len(source.line_starts))] == ["甲", "乙", ""]
