"""Carets stand under the place, whatever the line is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.reporters.excerpt import render
from gxlint.reporters.record import Excerpt
from gxlint.source.width import display_width, visible


def marked(line: str, *, width: int = 96) -> tuple[str, str]:
    """The rendered lines of a text in which ``⟦ ⟧`` mark the place."""
    start, end = line.index("⟦"), line.index("⟧") - 1
    text = line.replace("⟦", "").replace("⟧", "")
    return render(Excerpt(text, start, end, cut_left=False, cut_right=False), width)


@pytest.mark.parametrize(
    ("line", "carets"),
    [
        ("| 31 | ⟦30⟧ |", "       ^^"),
        ("总计 ⟦30⟧", "     ^^"),
        ("总⟦计⟧ 30", "  ^^"),
        ("⟦\uff13\uff10⟧", "^^^^"),
        ("a\t⟦b⟧", "    ^"),
        ("四字标签\t⟦b⟧", "            ^"),
        ("e\u0301⟦x⟧", " ^"),
        ("空⟦⟧格", "  ^"),
        ("行末⟦⟧", "    ^"),
    ],
)
def test_carets(line: str, carets: str) -> None:
    assert marked(line)[1] == carets


def test_a_long_line_shows_a_window_around_the_place() -> None:
    line, carets = marked("头" * 200 + "⟦30⟧" + "尾" * 200, width=40)
    assert line.startswith("…头")
    assert line.endswith("尾…")
    assert line[line.index("3") :].startswith("30尾")
    assert display_width(line[: line.index("3")]) == carets.index("^")
    assert display_width(line) <= 42


def test_a_place_longer_than_the_window_is_marked_to_its_end() -> None:
    line, carets = marked("⟦" + "长" * 100 + "⟧", width=20)
    assert line == "长" * 10 + "…"
    assert carets == "^" * 20


def test_what_the_record_cut_off_is_shown_as_cut() -> None:
    line, carets = render(Excerpt("前30后", 1, 3, cut_left=True, cut_right=True))
    assert (line, carets) == ("…前30后…", "   ^^")


@given(st.text(alphabet="表3 |\t\u0301\u200b\uff11", max_size=120), st.data(), st.integers(12, 60))
def test_carets_start_at_the_column_of_the_place(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    head, tail = text[:start], text[start:end]
    line, carets = render(Excerpt(text, start, end, cut_left=False, cut_right=False), width)
    assert set(carets.strip()) == {"^"}
    assert display_width(line) <= width + 2
    assert len(carets) <= width + 2
    if "\t" not in text and display_width(text) <= width:
        assert carets.index("^") == display_width(visible(head))
        assert len(carets.strip()) == max(1, display_width(visible(tail)))
