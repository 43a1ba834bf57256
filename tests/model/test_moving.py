"""A table whose text was read before is the same table where it stands now, and knows that place."""

import pytest

from gxlint.model import Table
from tests.support.reading import report_of
from tests.support.spans import misplaced

TABLE = """
三、收到和处理政府信息公开申请情况
| 一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| 三、本年度办理结果 | (一)予以公开 | 13 | 0 | 0 | 0 | 0 | 13 |
| (七)总计 | 13 | 0 | 0 | 0 | 0 | 0 | 13 |
"""
HEAD = "青岭县水务局2024年政府信息公开工作年度报告\n一、总体情况\n"


def _table(text: str) -> Table:
    report = report_of(text)
    assert misplaced(report) == []
    table = report.tables["table_requests"]
    for cell in table.cells():
        if cell.state != "missing":
            assert report.document.raw(cell.span) == cell.raw
    return table


def _told(table: Table) -> list[tuple[str, object, str]]:
    return [(cell.address, cell.value, cell.raw) for cell in table.cells()]


@pytest.mark.parametrize("more", ["全年公开信息36条。\n", "", "第一段。\n第二段。\n"])
def test_the_same_table_elsewhere(more: str) -> None:
    first, second = _table(HEAD + TABLE), _table(HEAD + more + TABLE)
    assert _told(first) == _told(second) != []
    assert {
        after.span.start - before.span.start
        for before, after in zip(first.labels, second.labels, strict=True)
    } == {len(more)}
    row_before, row_after = first.rows["carried_over"], second.rows["carried_over"]
    assert row_after.span.start - row_before.span.start == len(more)
    assert (row_after.problem, row_after.found) == (row_before.problem, row_before.found)


def test_at_the_same_place_it_is_the_same_object() -> None:
    assert _table(HEAD + TABLE) is _table(HEAD + TABLE)


def test_another_way_of_writing_it_is_another_table() -> None:
    plain, wide = _table(HEAD + TABLE), _table(HEAD + TABLE.replace("| 12 |", "| １２ |", 1))
    assert [cell.value for cell in plain.cells()] == [cell.value for cell in wide.cells()]
    assert [cell.raw for cell in plain.cells()] != [cell.raw for cell in wide.cells()]
