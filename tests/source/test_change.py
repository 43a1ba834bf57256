"""What one text has that another has not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.source import Span
from gxlint.source.change import Change, change_between

SOME = st.text(alphabet="甲乙丙\n", max_size=12)


@given(SOME, SOME)
def test_the_change_makes_one_text_of_the_other(old: str, new: str) -> None:
    change = change_between(old, new)
    assert old[: change.start] + new[change.start : change.new_end] + old[change.end :] == new
    assert 0 <= change.start <= change.end <= len(old)
    assert change.by == len(new) - len(old)


@given(SOME, SOME, SOME, SOME)
def test_no_more_than_what_differs(head: str, gone: str, come: str, tail: str) -> None:
    change = change_between(head + gone + tail, head + come + tail)
    assert change.start >= len(head) or gone.startswith(come) or come.startswith(gone)
    assert change.end - change.start <= len(gone)
    assert change.new_end - change.start <= len(come)


def test_nothing_changed() -> None:
    assert change_between("甲乙", "甲乙") == Change(2, 2, 2)


@pytest.mark.parametrize(
    ("span", "moved", "spared", "inside"),
    [
        (Span(0, 3), Span(0, 3), True, False),
        (Span(0, 4), Span(0, 4), False, False),
        (Span(2, 9), Span(2, 12), False, True),
        (Span(6, 8), Span(9, 11), False, False),
        (Span(7, 8), Span(10, 11), True, False),
    ],
    ids=["before", "right before", "around", "right behind", "behind"],
)
def test_stretches_around_the_change(span: Span, moved: Span, spared: bool, inside: bool) -> None:
    change = Change(4, 6, 9)
    assert (change.moved(span), change.spares(span), change.is_inside(span)) == (moved, spared, inside)
