"""The text of a document: its lines, positions in three encodings, and edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.lsp.columns import COLUMNS, UTF8, UTF16, UTF32, Columns
from gxlint.lsp.text import Change, Place, Text
from gxlint.source import SourceText

# Line ends, what others take for line ends, one to four bytes in UTF-8, one and two units in UTF-16.
ALPHABET = "ab|é年\U00020000\U0001f600\n\r\x0b\x0c\x85\u2028\ud83d"
TEXTS = st.text(ALPHABET, max_size=24) | st.lists(st.sampled_from(["\r\n", "\r", "\n", "年"])).map("".join)
PLACES = st.builds(Place, st.integers(-1, 9), st.integers(-1, 12))


def offset_of(text: str, place: Place, columns: Columns) -> int:
    """The slow and obvious way."""
    source = SourceText(text)
    if place.line < 0:
        return 0
    if place.line >= len(source.line_starts):
        return len(text)
    start, end = source.line_bounds(place.line)
    offset = start
    while offset < end and columns.outward(text[start : offset + 1]) <= place.character:
        offset += 1
    return offset


@given(TEXTS)
def test_lines_are_those_of_the_protocol(text: str) -> None:
    lines = Text.of(text).lines
    assert "".join(lines) == str(Text.of(text)) == text
    assert len(lines) == len(SourceText(text).line_starts)


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1c"])
def test_other_marks_end_no_line(mark: str) -> None:
    text = Text.of(f"一{mark}二\n三")
    assert len(text.lines) == 2
    assert str(text.edited(Change("四", Place(1, 1), Place(1, 1)))) == f"一{mark}二\n三四"


@given(TEXTS, st.lists(st.tuples(TEXTS, PLACES, PLACES), max_size=6), st.sampled_from(sorted(COLUMNS)))
def test_edits(text: str, edits: list[tuple[str, Place, Place]], encoding: str) -> None:
    columns, made = COLUMNS[encoding], Text.of(text)
    for new, start, end in edits:
        before = made
        first, last = sorted((offset_of(text, start, columns), offset_of(text, end, columns)))
        unchanged = str(before)
        made = made.edited(Change(new, start, end), columns)
        text = text[:first] + new + text[last:]
        assert made.lines == Text.of(text).lines
        assert str(before) == unchanged


def test_the_whole_text_anew() -> None:
    assert str(Text.of("旧\n文").edited(Change("新"))) == "新"


@pytest.mark.parametrize(
    ("columns", "units"), [(UTF8, (0, 1, 5, 8)), (UTF16, (0, 1, 3, 4)), (UTF32, (0, 1, 2, 3))]
)
def test_columns(columns: Columns, units: tuple[int, ...]) -> None:
    line = "a\U00020000年"
    assert tuple(columns.outward(line[:column]) for column in range(4)) == units
    assert [columns.inward(line, unit) for unit in units] == [0, 1, 2, 3]
    assert columns.inward(line, 99) == 3


@pytest.mark.parametrize(("columns", "unit"), [(UTF8, 2), (UTF8, 4), (UTF16, 2)])
def test_a_column_inside_a_character_is_its_beginning(columns: Columns, unit: int) -> None:
    assert columns.inward("a\U00020000年", unit) == 1
