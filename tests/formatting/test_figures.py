"""Zeros for blank cells, and totals worked out anew."""

from random import Random

import pytest

from gxlint.formats import Format, official_formats
from gxlint.formatting.filling import Reach, zeros
from gxlint.formatting.tidy import tidied
from gxlint.formatting.totals import recomputed
from gxlint.model import Report, Table
from gxlint.model.sums import totals
from gxlint.readers.edits import apply
from gxlint.testing.forms import Draft, with_table
from tests.cli.running import good_text
from tests.support.layouts import LAYOUTS, Layout
from tests.support.reading import report_of, sample

FORMATS = tuple(official_formats())
REQUESTS = "table_requests"
DENIED = "| 3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
GRANTED = "| (一)予以公开 | 28 | 1 | 0 | 0 | 0 | 0 | 29 |"

in_every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)
in_every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
# A blank cell is seen, and where it ends, only between bars.
BARRED = [
    layout
    for layout in LAYOUTS
    if layout.kind == "text" and layout.promise == "exact" and layout.blanks and "tabs" not in layout.name
]


def table(report: Report, key: str = REQUESTS) -> Table:
    return report.tables[key]


def filled(text: str, reach: Reach, row: str | None = None) -> str:
    report = report_of(text)
    rows = [table(report).rows[row]] if row else list(table(report).rows.values())
    return apply(text, zeros(report, table(report), rows, reach))


def with_totals(text: str) -> str:
    report = report_of(text)
    return apply(text, recomputed(report, table(report)))


def changed(old: str, new: str) -> str:
    assert old in good_text()
    return good_text().replace(old, new)


# ---------------------------------------------------------------- zeros


@pytest.mark.parametrize(
    ("blank", "after"),
    [
        ("| 3.危及 | 0 | | 0 | 0 | 0 | 0 | 0 |", "| 3.危及 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"),
        ("| 3.危及 | 0 || 0 | 0 | 0 | 0 | 0 |", "| 3.危及 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"),
        ("| 3.危及 | 0 |      | 0 | 0 | 0 | 0 | 0 |", "| 3.危及 | 0 | 0    | 0 | 0 | 0 | 0 | 0 |"),
        ("| 3.危及 | | | | 0 | | | |", "| 3.危及 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"),
    ],
)
def test_blank_cells_of_a_row_with_numbers(blank: str, after: str) -> None:
    blank, after = (text.replace("3.危及", "3.危及“三安全一稳定”") for text in (blank, after))
    text = changed(DENIED, blank)
    assert filled(text, "numeric") == changed(DENIED, after)
    assert filled(filled(text, "numeric"), "all") == filled(text, "numeric")


def test_blank_rows_only_when_asked_for() -> None:
    text = changed(DENIED, "| 3.危及“三安全一稳定” | | | | | | | |")
    assert filled(text, "numeric") == text
    assert filled(text, "all") == good_text()
    assert filled(text, "all", "denied.security_stability") == good_text()
    assert filled(text, "all", "denied.state_secret") == text


def test_a_total_that_is_due_stays_blank() -> None:
    text = changed(GRANTED, GRANTED.replace(" 29 |", " |"))
    assert filled(text, "all") == text


@in_every_format
@in_every_layout
def test_every_blank_cell_that_can_be_seen(layout: Layout, form: Format) -> None:
    draft = sample(form, layout, 1)
    text = layout.render(draft)
    report = report_of(text, layout.kind)
    for key in report.tables:
        edits = zeros(report, report.tables[key], list(report.tables[key].rows.values()), "all")
        after = report_of(apply(text, edits)).tables[key] if edits else report.tables[key]
        for cell, now in zip(report.tables[key].cells(), after.cells(), strict=True):
            assert (cell.address, cell.value) == (now.address, now.value) or (cell.state, now.value) == (
                "blank",
                0,
            )
        if layout in BARRED and edits:
            due = {total.address for total in totals(after) if total.sum}
            assert {(cell.row, cell.column) for cell in after.cells() if cell.state == "blank"} <= due
        if edits:
            rest = list(after.rows.values())
            assert zeros(report_of(apply(text, edits)), after, rest, "all") == []


def test_no_place_no_zero() -> None:
    for name in ("html", "tabs", "spaces_columns", "cell_lines_empty"):
        (layout,) = (layout for layout in LAYOUTS if layout.name == name)
        report = report_of(layout.render(sample(FORMATS[-1], layout, 1)), layout.kind)
        for found in report.tables.values():
            assert zeros(report, found, list(found.rows.values()), "all") == []


# ---------------------------------------------------------------- totals


@pytest.mark.parametrize("wrong", ["30", "", "若干", "129", "/"])
def test_a_wrong_total(wrong: str) -> None:
    text = changed(GRANTED, GRANTED.replace(" 29 |", f" {wrong} |"))
    after = with_totals(text)
    assert "".join(after.split()) == "".join(good_text().split())
    assert with_totals(after) == after


def test_a_total_of_totals_follows() -> None:
    text = changed(GRANTED, GRANTED.replace("| 28 |", "| 1028 |"))
    after = with_totals(text)
    assert "| 1028 | 1 | 0 | 0 | 0 | 0 | 1029 |" in after
    assert "| (七)总计 | 1030 | 2 | 0 | 0 | 0 | 0 | 1032 |" in after
    assert (
        "一、本年新收政府信息公开申请数量 | 30 | 2 | 0 | 0 | 0 | 0 | 32 |" in after
    )  # no total: nobody can tell


def test_columns_stay_in_columns() -> None:
    text = tidied(report_of(good_text()), report_of)
    wrong = text.replace("| 28 | 1 | 0 | 0 | 0 | 0 | 29 |", "| 28 | 1 | 0 | 0 | 0 | 0 | 5  |")
    assert wrong != text
    assert with_totals(wrong) == text
    assert with_totals(
        text.replace("| 0 | 29 |", "| 0 | 2999 |").replace("| 0 | 32 |", "| 0 | 7  |")
    ) == text.replace("| 0 | 29 |", "| 0 | 29   |")


def test_terms_that_cannot_be_read_leave_the_total() -> None:
    text = changed(GRANTED, GRANTED.replace("| 28 | 1 |", "| 若干 | 1 |").replace("| 29 |", "| 99 |"))
    after = with_totals(text)
    assert "| 若干 | 1 | 0 | 0 | 0 | 0 | 99 |" in after


def test_a_total_over_which_row_and_column_disagree_stays() -> None:
    # The row's own sum says 31, its column's says 32: the total of the first column cannot be told.
    text = changed(GRANTED, GRANTED.replace("| 28 | 1 |", "| 若干 | 1 |")).replace(
        "| (七)总计 | 30 | 2 | 0 | 0 | 0 | 0 | 32 |", "| (七)总计 | 29 | 2 | 0 | 0 | 0 | 0 | 32 |"
    )
    assert with_totals(text) == text


@in_every_format
@pytest.mark.parametrize(
    "layout", [each for each in LAYOUTS if each.kind == "text"], ids=lambda each: each.name
)
def test_totals_in_every_layout(layout: Layout, form: Format) -> None:
    draft = _with_wrong_totals(sample(form, layout, 0), layout)
    text = layout.render(draft)
    for key in report_of(text).tables:
        report = report_of(text)
        edits = recomputed(report, report.tables[key])
        text = apply(text, edits)
        after = report_of(text)
        assert recomputed(after, after.tables[key]) == []
        known = {total.address for total in totals(report.tables[key])}
        for cell, now in zip(report.tables[key].cells(), after.tables[key].cells(), strict=True):
            assert cell.address == now.address
            assert cell.value == now.value or (cell.row, cell.column) in known


def _with_wrong_totals(draft: Draft, layout: Layout) -> Draft:
    """The draft with another figure in every third total."""
    rng = Random(layout.name)
    most = layout.limit or 9999
    for form in draft.form.tables:
        columns = {identity.equals[0] for identity in form.identities if identity.each == "row"}
        rows = {
            row: {
                column: str(rng.randint(0, most)) if column in columns and rng.random() < 0.3 else text
                for column, text in cells.items()
            }
            for row, cells in draft.tables[form.key].items()
        }
        draft = with_table(draft, form.key, rows)
    return draft
