"""Tables as the public will see them."""

from __future__ import annotations

import pytest

from gxlint.formats import Format, official_formats
from gxlint.lint.session import Session
from gxlint.reporters.drawn import DrawnCell, DrawnTable, drawn_tables
from gxlint.testing.forms import blank_report
from tests.cli.running import good_text
from tests.support.layouts import LAYOUTS, Layout


def drawn(text: str, name: str = "a.txt") -> dict[str, DrawnTable]:
    result = Session().check_bytes(text.encode(), name)
    assert result.report is not None
    assert result.result is not None
    return {table.key: table for table in drawn_tables(result.report, result.result.findings)}


def figures(table: DrawnTable) -> dict[tuple[str, str], DrawnCell]:
    return {(cell.row, cell.column): cell for row in table.rows for cell in row if cell.kind == "figure"}


def covered(table: DrawnTable) -> set[int]:
    """How many places each line of the drawing covers, merged cells from above included."""
    lines = [0] * len(table.rows)
    for index, row in enumerate(table.rows):
        for cell in row:
            for line in range(index, index + cell.rowspan):
                lines[line] += cell.colspan
    return set(lines)


@pytest.mark.parametrize("form", [*official_formats()], ids=lambda form: form.key)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_figure_is_drawn_once_in_a_rectangle(layout: Layout, form: Format) -> None:
    draft = blank_report(form)
    name = "a.html" if layout.kind == "html" else "a.txt"
    for key, table in drawn(layout.render(draft), name).items():
        if not table.rows:
            continue
        assert len(covered(table)) == 1
        found = {address: cell.text for address, cell in figures(table).items() if cell.problem is None}
        if layout.promise == "exact":
            assert set(found) == {
                (row, column) for row, texts in draft.tables[key].items() for column in texts
            }


def test_what_is_wrong_is_at_its_cell() -> None:
    table = drawn(good_text().replace("28 | 1 | 0", "29 | 1 | 0", 1))["table_requests"]
    wrong = {address: cell for address, cell in figures(table).items() if cell.findings}
    assert len(wrong) == 1
    ((row, _),) = wrong
    assert row == "granted"
    total = figures(table)["granted", "total"]
    assert (total.text, total.expected) == ("29", 30)


def test_a_row_that_is_missing_stays_blank() -> None:
    lines = good_text().split("\n")
    text = "\n".join(line for line in lines if "2.重复申请" not in line)
    table = drawn(text)["table_requests"]
    cells = [cell for row in table.rows for cell in row if cell.row == "not_processed.duplicate"]
    assert cells
    assert {cell.problem for cell in cells} == {"missing"}
    assert [cell.text for cell in cells if cell.kind == "figure"] == [""] * 7


def test_the_words_are_those_of_the_text() -> None:
    table = drawn(good_text().replace("2.重复申请", "2.重复 申请", 1))["table_requests"]
    (label,) = [
        cell for row in table.rows for cell in row if cell.row.endswith("duplicate") and not cell.column
    ]
    assert label.text == "2.重复 申请"


def test_a_table_without_a_trace_has_no_rows() -> None:
    text = good_text()
    start, end = text.index("| 行政复议"), text.index("五、")
    table = drawn(text[:start] + text[end:])["table_disputes"]
    assert table == DrawnTable("table_disputes", "表四", "政府信息公开行政复议、行政诉讼情况")
