"""Lines of cells in columns: what lines up, what stays as it is, and that nothing but white space changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.formatting.bars import BarLine, read_line
from gxlint.formatting.columns import in_columns
from gxlint.source.width import display_width


def lined_up(text: str) -> str:
    return "\n".join(in_columns(text.strip("\n").split("\n")))


def shown(text: str, expected: str) -> None:
    assert lined_up(text) == expected.strip("\n")
    assert lined_up(expected) == expected.strip("\n")


def test_chinese_characters_are_two_columns_wide() -> None:
    shown(
        """
| 信息内容 | 本年制发件数 | 本年废止件数 |
|---|---|---|
| 规章 | 0 | 12 |
| 行政规范性文件 | 1,234 | 0 |
""",
        """
| 信息内容       | 本年制发件数 | 本年废止件数 |
|----------------|--------------|--------------|
| 规章           | 0            | 12           |
| 行政规范性文件 | 1,234        | 0            |
""",
    )


def test_colons_in_the_rule_tell_the_side() -> None:
    shown(
        """
| a | b | c | d |
| :-- | --: | :-: | --- |
| 11111 | 1 | 1 | 1 |
| 2 | 22222 | 22222 | 22222 |
""",
        """
| a     |     b |   c   | d     |
| :---- | ----: | :---: | ----- |
| 11111 |     1 |   1   | 1     |
| 2     | 22222 | 22222 | 22222 |
""",
    )


def test_rules_without_a_frame() -> None:
    shown(
        """
规章 | 数量
---|---
行政规范性文件 | 1
""",
        """
规章           | 数量
---------------|-----
行政规范性文件 | 1
""",
    )


def test_rules_drawn_with_boxes() -> None:
    shown(
        """
┌──┬──┐
│ 规章 │ 12 │
├──┼──┤
│ 行政规范性文件 │ 0 │
└──┴──┘
""",
        """
┌────────────────┬─────┐
│ 规章           │ 12  │
├────────────────┼─────┤
│ 行政规范性文件 │ 0   │
└────────────────┴─────┘
""",
    )


def test_merged_cells_that_are_written_once() -> None:
    shown(
        """
第二十条第(一)项 |
信息内容 | 本年制发件数 | 现行有效件数 |
规章 | 0 | 1 |
第二十条第(五)项 |
信息内容 | 本年处理决定数量 |
行政许可 | 12 |
""",
        """
第二十条第(一)项 |
信息内容 | 本年制发件数     | 现行有效件数 |
规章     | 0                | 1            |
第二十条第(五)项 |
信息内容 | 本年处理决定数量 |
行政许可 | 12               |
""",
    )


def test_labels_of_a_row_share_one_column() -> None:
    shown(
        """
| 自然人 | 法人或其他组织 | 总计 |
| 一、本年新收 | 1 | 0 | 1 |
| 三、本年度办理结果 | (一)予以公开 | 1 | 0 | 1 |
| (二)部分公开 | 10 | 0 | 10 |
""",
        """
| 自然人 | 法人或其他组织 | 总计 |
| 一、本年新收                      | 1  | 0 | 1  |
| 三、本年度办理结果 | (一)予以公开 | 1  | 0 | 1  |
| (二)部分公开                      | 10 | 0 | 10 |
""",
    )


def test_a_header_goes_with_the_figures_below() -> None:
    shown(
        """
信息内容 | 本年制发件数 | 废止 |
规章 | 1 | 2 |
三类 | 行政许可 | 3 | 4 |
""",
        """
信息内容        | 本年制发件数 | 废止 |
规章            | 1            | 2    |
三类 | 行政许可 | 3            | 4    |
""",
    )


def test_a_bar_at_the_beginning_ends_a_blank_cell_where_there_is_no_frame() -> None:
    shown(
        """
三、结果 | 予以公开 | 1 | 2
| 部分公开 | 3 | 4
四、结转 | 合计 | 5 | 6
""",
        """
三、结果 | 予以公开 | 1 | 2
         | 部分公开 | 3 | 4
四、结转 | 合计     | 5 | 6
""",
    )


def test_a_row_that_lacks_its_first_bar() -> None:
    shown(
        """
| a | bbb |
| ccc | d |
e | f |
""",
        """
| a   | bbb |
| ccc | d   |
  e   | f   |
""",
    )


def test_comments_for_the_checker_stay_behind_and_between() -> None:
    shown(
        """
| 规章 | 0 | <!-- gxlint: ignore CN201 因故 | 不同 -->
<!-- gxlint: ignore CN202 因故 -->
| 行政规范性文件 | 0 |
""",
        """
| 规章           | 0 | <!-- gxlint: ignore CN201 因故 | 不同 -->
<!-- gxlint: ignore CN202 因故 -->
| 行政规范性文件 | 0 |
""",
    )


def test_what_is_known_of_the_figures_counts() -> None:
    # The entry 若干 is wrong, but still a figure's.
    texts = ["a | 若干 | 0 |", "bbb | c | 1 | 22 |"]
    assert in_columns(texts, {0: 1, 1: 2}) == ["a       | 若干 | 0  |", "bbb | c | 1    | 22 |"]


def test_a_row_that_is_being_written_decides_nothing() -> None:
    rows = ["| 规章 | 0 | 0 |", "| 行政规范性文件 | 0 | 0 |"]
    tidy = in_columns(rows)
    # Were it finished, its table would be one with merged cells.
    assert in_columns([*tidy, "| 行政许可 | 1 |"], growing=2)[:2] == tidy
    assert in_columns([*tidy, "| 行政许可 |"], growing=2) == [*tidy, "| 行政许可       |"]


def test_one_wide_cell_does_not_push_the_others_apart() -> None:
    wide = "行" * 60
    assert in_columns(["| a | 1 |", f"| {wide} | 2 |", "| bbb | 3 |"]) == [
        "| a   | 1 |",
        f"| {wide} | 2 |",
        "| bbb | 3 |",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "规章 |\n0 |\n|\n|||",  # one cell a line
        "规章 | 0 | 0 |",  # one line
        " | ".join(str(number) for number in range(60)) + "\n1 | 2",  # the row breaks are lost
        "规章 | 0\n一句话。\n行政许可 | 12",
        "规章 | 0\n行政许可 │ 12 | 3",  # two kinds of bars in a line
        "| 规章 | 0 | <!-- 别的 -->\n| 行政规范性文件 | 0 |",
        "| a | b |\n|---|---|\n| c \\| d | eeee |",  # a bar that is none in Markdown
    ],
)
def test_what_is_left_as_it_is(text: str) -> None:
    assert lined_up(text) == text


CELLS = st.lists(
    st.sampled_from(["", "0", "12", "1,234", "规章", "行政许可", "𠮷野", "若干", "(一)予以公开", "/", "é"]),
    min_size=1,
    max_size=6,
)
ROWS = st.tuples(CELLS, st.booleans(), st.booleans(), st.sampled_from(["|", " |", "| ", " | ", "　|\t"]))


def row_text(row: tuple[list[str], bool, bool, str]) -> str:
    cells, opened, closed, bar = row
    return ("| " if opened else "") + bar.join(cells) + (bar if closed else "")


@given(st.lists(ROWS.map(row_text), min_size=1, max_size=7), st.booleans())
def test_only_white_space_changes(texts: list[str], ruled: bool) -> None:
    lines = [texts[0], "|---|---|", *texts[1:]] if ruled else texts
    after = in_columns(lines)
    assert in_columns(after) == after
    for old, new in zip(lines, after, strict=True):
        if isinstance(read_line(old), BarLine):
            assert "".join(new.split()) == "".join(old.split())
            assert new == new.rstrip() or new == old


@given(
    st.lists(
        st.lists(st.sampled_from(["0", "规章", "𠮷", "abc", ""]), min_size=3, max_size=3),
        min_size=2,
        max_size=6,
    )
)
def test_bars_stand_below_one_another(rows: list[list[str]]) -> None:
    lines = ["| a | b | c |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    after = in_columns(lines)
    places = {
        tuple(display_width(line[:at]) for at, char in enumerate(line) if char == "|") for line in after
    }
    assert len(places) == 1
