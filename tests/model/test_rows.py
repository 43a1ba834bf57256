"""Rows whose cells cannot all be told: said to be so, never guessed."""

import pytest

from gxlint.formats import official_formats
from gxlint.model import Row, Table
from gxlint.testing.forms import blank_report, with_cell
from gxlint.testing.placing import set_into
from tests.support.layouts import BY_NAME
from tests.support.reading import report_of

FORM = official_formats().latest
GRANTED = "| (一)予以公开 |"


def _table(*lines: str) -> Table:
    report = report_of(set_into(blank_report(FORM), "table_requests", "\n".join(lines)))
    return report.tables["table_requests"]


def _granted(cells: str) -> Row:
    return _table(f"{GRANTED} {cells}")["granted"]


def _values(row: Row) -> list[object]:
    return [cell.state if cell.value is None else cell.value for cell in row.cells]


def test_seven_cells() -> None:
    row = _granted("1 | 2 | 3 | 4 | 5 | 6 | 21 |")
    assert (row.complete, row.found) == (True, 7)
    assert _values(row) == [1, 2, 3, 4, 5, 6, 21]
    assert row["total"].value == 21


@pytest.mark.parametrize(("cells", "found"), [("1 | 0 | 0 | 0 | 1 |", 5), ("1 | 2 | 3 | 4 | 5 | 15 |", 6)])
def test_too_few_cells(cells: str, found: int) -> None:
    row = _granted(cells)
    assert (row.problem, row.found) == ("short", found)
    assert {cell.state for cell in row.cells} == {"missing"}
    assert len(row.cells) == 7


def test_too_many_cells() -> None:
    row = _granted("1 | 2 | 3 | 4 | 5 | 6 | 21 | 9 |")
    assert (row.problem, row.found) == ("long", 8)
    assert {cell.state for cell in row.cells} == {"missing"}


def test_padding_is_no_cell() -> None:
    row = _granted("1 | 2 | 3 | 4 | 5 | 6 | 21 |  |  |")
    assert row.complete
    assert row.found == 7


@pytest.mark.parametrize(
    ("text", "value", "state"),
    [
        ("0", 0, "integer"),
        ("12", 12, "integer"),
        ("\uff11\uff12", 12, "integer"),
        ("1,234", 1234, "integer"),
        ("", None, "blank"),
        (" ", None, "blank"),
        ("/", None, "not_applicable"),
        ("—", None, "not_applicable"),
        ("无", None, "not_applicable"),
        ("约3", None, "invalid"),
        ("3件", None, "invalid"),
        ("x", None, "invalid"),
    ],
)
def test_values(text: str, value: int | None, state: str) -> None:
    cell = _granted(f"{text} | 0 | 0 | 0 | 0 | 0 | 0 |")["natural_person"]
    assert (cell.value, cell.state) == (value, state)
    assert cell.raw == text.strip()
    assert cell.number == (value if value is not None else None if state == "invalid" else 0)
    assert cell.address == "table_requests.granted.natural_person"


def test_a_row_twice() -> None:
    table = _table(f"{GRANTED} 1 | 0 | 0 | 0 | 0 | 0 | 1 |", f"{GRANTED} 2 | 0 | 0 | 0 | 0 | 0 | 2 |")
    assert table["granted"]["total"].value == 1
    assert [row["total"].value for row in table.duplicates] == [2]


def test_figures_without_a_label_are_kept_aside() -> None:
    table = _table(f"{GRANTED} 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "| 5 | 0 | 0 | 0 | 0 | 0 | 5 |")
    assert table["granted"]["total"].value == 1
    assert len(table.strays_with_figures) == 1
    assert all(cell.value != 5 for cell in table.cells())


def test_a_group_filled_in_as_one_row() -> None:
    table = _table("| (六)其他处理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |")
    assert _values(table["other_processing"]) == [1, 0, 0, 0, 0, 0, 1]
    assert "other_processing.other" not in table


def test_rows_stand_in_text_order() -> None:
    table = _table(
        "| 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "| 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    )
    keys = list(table.rows)
    assert keys.index("not_processed.duplicate") < keys.index("not_processed.petition_complaint")


@pytest.mark.parametrize("count", [14, 16])
def test_disputes_need_fifteen_cells(count: int) -> None:
    text = set_into(blank_report(FORM), "table_disputes", "|" + " 1 |" * count)
    table = report_of(text).tables["table_disputes"]
    assert {row.problem for row in table.rows.values()} == {"short" if count < 15 else "long"}
    assert {cell.state for cell in table.cells()} == {"missing"}


def test_the_figures_of_a_page_are_without_the_tags_between_them() -> None:
    draft = with_cell(blank_report(FORM), "table_requests.granted.natural_person", "12 345")
    page = BY_NAME["html"].render(draft)
    split = page.replace("12 345", '<p><span>１</span><span lang="EN-US">2&nbsp;</span></p>')
    assert split != page
    cell = report_of(split, "html").cell("table_requests.granted.natural_person")
    assert cell is not None
    assert (cell.value, cell.raw) == (12, "１2")
