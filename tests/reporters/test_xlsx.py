"""The workbook."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.reporters.xlsx import sheet
from tests.reporters.records import (
    HOSTILE,
    diagnostic,
    every_kind,
    file_record,
    hostile_record,
    written_bytes,
)


def book(*records: Any, **info: Any) -> Workbook:
    return load_workbook(BytesIO(written_bytes("xlsx", *records, **info)))


def values(made: Workbook, title: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in made[title].iter_rows(values_only=True)]


def test_one_sheet_by_file_one_by_finding_one_by_rule() -> None:
    made = book(*every_kind())
    assert made.sheetnames == ["汇总", "问题", "按规则"]
    head, *files, total = values(made, "汇总")
    assert head[:5] == ("文件", "机关", "年度", "格式", "结论")
    assert [(row[0], row[4], row[5]) for row in files] == [
        ("clean.txt", "通过", 0),
        ("sub/wrong.txt", "未通过", 1),
        ("accepted.txt", "通过", 0),
        ("open.txt", "未查全", 0),
        ("missing.txt", "无法读取", 1),
        ("notice.txt", "不是年度报告", 0),
        ("gxlint.toml", "配置文件", 0),
    ]
    assert total[0] == "合计 4 份报告"
    assert total[5:] == tuple(sum(row[column] for row in files) for column in range(5, 11))  # type: ignore[misc]
    head, *found = values(made, "问题")
    assert head[0] == "文件"
    assert [row[7] for row in found] == ["CN305", "CN305", "CN307", "CN307", "GXL001", "GXL006", "GXL004"]
    assert values(made, "按规则")[1][:6] == ("CN305", "row-total", "错误", 2, 1, 2)


def test_heads_stay_in_sight_and_rows_can_be_filtered() -> None:
    made = book(*every_kind())
    assert [(one.freeze_panes, one.auto_filter.ref) for one in made] == [
        ("A2", "A1:K8"),
        ("A2", "A1:P8"),
        ("A2", "A1:H4"),
    ]
    assert made["问题"].column_dimensions["K"].width == 44


def test_links_lead_to_the_first_finding_and_to_the_law() -> None:
    known = {rule.code: rule for rule in TOOL_RULES}
    record = file_record("b.txt", diagnostic(code="GXL001"))
    made = book(file_record("a.txt", diagnostic()), record, rules=lambda: known)
    link = made["汇总"]["A3"].hyperlink
    assert link is not None
    assert link.location == "'问题'!A3"
    assert made["问题"]["O2"].hyperlink is None


def test_english() -> None:
    assert book(file_record("a.txt", diagnostic()), lang="en").sheetnames == [
        "Summary",
        "Findings",
        "By rule",
    ]


def test_nothing_at_all() -> None:
    assert values(book(), "问题")[1:] == []


def test_no_cell_is_a_formula_and_no_text_a_link() -> None:
    made = book(hostile_record())
    cells = [cell for one in made for row in one.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert not [cell for cell in cells if cell.hyperlink and not cell.hyperlink.location]
    messages = [row[10] for row in values(made, "问题")[1:]]
    assert messages[:6] == list(HOSTILE[:6])
    (formula,) = [cell for cell in cells if str(cell.value).startswith("=HYPER")][:1]
    assert formula.quotePrefix


def test_a_full_sheet_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "_MOST_ROWS", 4)
    made = book(*(file_record(f"{number}.txt", diagnostic()) for number in range(3)))
    assert made.sheetnames == ["汇总", "问题", "问题 2", "汇总 2", "按规则"]
    assert [row[0] for title in ("问题", "问题 2") for row in values(made, title)[1:]] == [
        "0.txt",
        "1.txt",
        "2.txt",
    ]


def test_links_stop_where_excel_has_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "_MOST_LINKS", 1)
    made = book(*(file_record(f"{number}.txt", diagnostic()) for number in range(2)))
    assert [made["汇总"][place].hyperlink is None for place in ("A2", "A3")] == [False, True]


def test_rows_are_as_high_as_their_texts() -> None:
    made = book(file_record("a.txt", diagnostic(message="字" * 100), diagnostic(message="短")))
    long, short = (made["问题"].row_dimensions[number].height for number in (2, 3))
    assert long is not None
    assert short is not None
    assert long >= 5 * 15 > 2 * short


def test_what_was_passed_over_does_not_count() -> None:
    wrong, passed_over = file_record("a.txt", diagnostic()), every_kind()[-2]
    assert passed_over.skipped
    _head, *files, total = values(book(wrong, passed_over), "汇总")
    assert [row[0] for row in files] == ["a.txt"]
    assert total[5:9] == files[0][5:9]


def test_a_long_path_is_shown_whole_even_where_it_is_a_link() -> None:
    path = "收件箱/" + "很长的文件夹名称/" * 6 + "报告.txt"
    made = book(file_record(path, diagnostic()))
    cell = made["汇总"]["A2"]
    assert cell.hyperlink is not None
    assert cell.alignment.wrap_text
    assert made["汇总"].row_dimensions[2].height > 30
    assert not made["问题"]["O2"].alignment.wrap_text
