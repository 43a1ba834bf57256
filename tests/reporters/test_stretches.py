"""What the stretches of a report are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.reporters.stretches import Stretch, _apart, stretches
from gxlint.source import Span
from gxlint.testing.forms import blank_report, with_paragraphs
from tests.support.layouts import LAYOUTS, Layout
from tests.support.reading import report_of

SAID = "按照《政府信息公开条例》(国务院令第711号)第五十条,2024年3月1日发布____条,办结3件,增长5%。"
spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=8)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_layout(layout: Layout) -> None:
    report = report_of(layout.render(with_paragraphs(blank_report(), "overview", SAID)), layout.kind)
    found = stretches(report)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    said = {(item.kind, "".join(report.document.slice(item.span).split())) for item in found}
    assert {
        ("citation", "《政府信息公开条例》"),
        ("document_number", "国务院令第711号"),
        ("citation", "第五十条"),
        ("date", "2024年3月1日"),
        ("blank", "____"),
        ("number", "3"),
        ("number", "5"),
    } <= said
    assert any(item.kind == "heading" and item.main for item in found)
    if layout.promise == "exact":
        assert any(item.total for item in found)


def test_inside_of_one_another() -> None:
    outer, inner = Stretch(Span(0, 10), "citation"), Stretch(Span(3, 6), "number")
    assert list(_apart([outer, inner])) == [
        outer._replace(span=Span(0, 3)),
        inner,
        outer._replace(span=Span(6, 10)),
    ]


@given(spans)
def test_any_overlaps(given_spans: list[list[int]]) -> None:
    items = sorted(
        (Stretch(Span(*span), "number") for span in given_spans if span[0] < span[1]),
        key=lambda item: (item.span.start, -item.span.end),
    )
    found = list(_apart(items))
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    covered = {at for item in found for at in range(*item.span)}
    assert covered == {at for item in items for at in range(*item.span)}
