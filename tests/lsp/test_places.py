"""From offsets to positions, in whatever order they are asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gxlint.lsp.columns import COLUMNS
from gxlint.lsp.places import Places
from gxlint.lsp.spot import Spot
from gxlint.source import SourceText, Span
from gxlint.source.view import View, normalise

texts = st.text(alphabet="一a𠮷é\r\n", max_size=60)


@given(texts, st.sampled_from(sorted(COLUMNS)), st.lists(st.integers(-3, 70), max_size=12))
def test_any_order(text: str, encoding: str, offsets: list[int]) -> None:
    source, columns = SourceText(text), COLUMNS[encoding]
    places = Places(source, columns)
    for offset in offsets:
        inside = max(0, min(offset, len(text)))
        line = source.line_of(inside)
        found = places.position(offset)
        assert (found.line, found.character) == (
            line,
            columns.outward(text[source.line_starts[line] : inside]),
        )


def test_what_is_pointed_at() -> None:
    view = normalise("收到\u200b\u200b申请")
    first, second, both = Span(0, 2), Span(2, 4), Span(0, 4)

    def within(source: int) -> list[bool]:
        spot = Spot.at(view, source)
        return [spot.within(span) for span in (first, second, both)]

    assert within(1) == [True, False, True]
    assert within(2) == [True, False, True]  # right behind 收到
    assert within(3) == [False, False, True]  # between what nobody sees
    assert within(4) == [False, True, True]
    assert Spot.at(View("收到"), 1).within(Span(1, 1))
    assert not Spot.at(View("收到"), 1).within(Span(0, 0))
