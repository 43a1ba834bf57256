"""The sums of a cell in words."""

import pytest

from gxlint.reporters.equations import equations
from gxlint.testing.forms import Draft, blank_report, with_cell, without_row
from tests.support.layouts import BY_NAME
from tests.support.reading import report_of


def told(draft: Draft, address: str, lang: str = "zh") -> list[str]:
    report = report_of(BY_NAME["pipe_rows"].render(draft))
    cell = report.cell(address)
    assert cell is not None
    return [item.text(lang) for item in equations(report.tables[cell.table], cell.row, cell.column)]


def drafted(**figures: str) -> Draft:
    draft = blank_report()
    for address, text in figures.items():
        draft = with_cell(draft, address.replace("__", "."), text)
    return draft


def test_a_row_that_does_not_come_out() -> None:
    draft = drafted(
        table_requests__granted__natural_person="12",
        table_requests__granted__other_org="3",
        table_requests__granted__total="16",
    )
    row, column = told(draft, "table_requests.granted.natural_person")
    assert row.startswith("自然人 12 + 商业企业 0 + 科研机构 0 + ")
    assert row.endswith(" + 其他 3 = 15 ≠ 总计 16(差 1)")
    assert column == "(一)予以公开 12 = 12 ≠ (七)总计 0(差 12)"
    assert told(draft, "table_requests.granted.total")[0] == row


def test_a_column_with_two_sides() -> None:
    draft = drafted(
        table_requests__received__total="5",
        table_requests__carried_over__total="1",
        table_requests__outcomes_total__total="4",
        table_requests__carried_forward__total="1",
    )
    (balance,) = [
        line for line in told(draft, "table_requests.received.total", "en") if line.startswith("一、")
    ]
    assert balance == (
        "一、本年新收政府信息公开申请数量 5 + 二、上年结转政府信息公开申请数量 1 = 6 ≠ "
        "5 = (七)总计 4 + 四、结转下年度继续办理 1 (difference 1)"
    )
    even = drafted(table_requests__received__total="5", table_requests__carried_forward__total="5")
    assert told(even, "table_requests.received.total")[1].endswith(
        " = 5 = (七)总计 0 + 四、结转下年度继续办理 5"
    )


def test_zeros_of_a_long_sum_are_not_told() -> None:
    draft = drafted(table_requests__granted__total="2", table_requests__received__total="1")
    assert told(draft, "table_requests.denied.state_secret.other_org")[1] == "各项 0 = (七)总计 0"
    assert told(draft, "table_requests.denied.state_secret.other_org", "en")[1] == "all terms 0 = (七)总计 0"


def test_what_cannot_be_told_is_not_made_up() -> None:
    draft = without_row(drafted(table_requests__received__total="1"), "table_requests.outcomes_total")
    lines = told(draft, "table_requests.received.total")
    assert "“(七)总计”不能确定,未核对" in lines[1]
    draft = drafted(table_requests__granted__natural_person="约3", table_requests__received__total="1")
    assert "“自然人”不能确定,未核对" in told(draft, "table_requests.granted.total")[0]


@pytest.mark.parametrize(
    "address", ["table_proactive.regulations.issued", "table_disputes.reconsideration.upheld"]
)
def test_other_tables(address: str) -> None:
    draft = drafted(table_proactive__regulations__issued="1", table_disputes__reconsideration__upheld="1")
    lines = told(draft, address)
    assert len(lines) == (1 if "disputes" in address else 0)
