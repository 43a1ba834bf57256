"""Looking at each line once finds what looking at the whole text finds, where it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from gxlint_national.wording.line_by_line import line_by_line


class Stretch(NamedTuple):
    start: int
    end: int


def _pairs(text: str) -> Iterator[Stretch]:
    """``ab``, and ``b`` at the beginning of a line or ``a`` at its end."""
    for at in range(len(text) - 1):
        if text[at : at + 2] in ("ab", "\nb", "a\n"):
            yield Stretch(at, at + 2)


@given(st.lists(st.text("abc", max_size=6), max_size=8).map("\n".join), st.booleans())
def test_nothing_is_lost_or_moved(text: str, long: bool) -> None:
    if long:
        text += "\n" + "c" * 1200 + "ab"
    found = sorted(line_by_line(_pairs)(text))
    whole = sorted(Stretch(start - 1, end - 1) for start, end in _pairs(f"\n{text}\n"))
    assert found == whole
