"""The list for spreadsheets."""

import csv
from io import StringIO
from typing import Any

from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.reporters.rows import guarded
from tests.reporters.records import HOSTILE, diagnostic, every_kind, file_record, hostile_record, written


def rows(*records: Any, **info: Any) -> list[dict[str, str]]:
    text = written("csv", *records, **info)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text[1:])))


def test_a_finding_is_a_row() -> None:
    (row,) = rows(file_record("a.txt", diagnostic(address="表三 予以公开 总计")))
    assert row == {
        "文件": "a.txt",
        "机关": "青岭镇人民政府",
        "年度": "2024",
        "结论": "未通过",
        "行": "41",
        "列": "9",
        "级别": "错误",
        "规则": "CN305",
        "规则名称": "row-total",
        "位置": "表三 予以公开 总计",
        "问题": "总计 30 ≠ 各列之和 31",
        "原文": "30",
        "改法": "可改为“31”(建议)",
        "依据": "",
        "网址": "",
        "备注": "",
    }


def test_the_basis_of_a_rule_that_is_known() -> None:
    known = {rule.code: rule for rule in TOOL_RULES}
    (row,) = rows(file_record("a.txt", diagnostic(code="GXL001")), rules=lambda: known)
    assert row["依据"] == "《gxlint 使用说明》"


def test_no_file_is_left_out_but_what_was_skipped() -> None:
    made = rows(*every_kind(), show_accepted=True)
    assert [(row["文件"], row["结论"], row["级别"], row["规则"]) for row in made] == [
        ("clean.txt", "通过", "", ""),
        ("sub/wrong.txt", "未通过", "错误", "CN305"),
        ("sub/wrong.txt", "未通过", "提示", "CN305"),
        ("sub/wrong.txt", "未通过", "未能核对", "CN307"),
        ("accepted.txt", "通过", "错误", "CN401"),
        ("open.txt", "未查全", "未能核对", "CN307"),
        ("missing.txt", "无法读取", "错误", "GXL001"),
        ("notice.txt", "不是年度报告", "警告", "GXL006"),
        ("gxlint.toml", "配置文件", "警告", "GXL004"),
    ]
    assert made[4]["备注"] == "已接受(原因:与统计口径一致)"


def test_no_cell_is_a_formula() -> None:
    made = rows(hostile_record())
    assert len(made) == 2 * len(HOSTILE)
    for row in made:
        assert not [cell for cell in row.values() if cell[:1] in set("=+-@\t\r＝＋－＠")]


def test_formulas_of_every_kind_are_guarded() -> None:
    for text in ("=1+1", "+1", "-1", "@SUM(1)", " =1", "＝1", "\t=1"):
        assert guarded(text) == f"'{text}"
    for text in ("", " ", "1-1", "总计=1"):
        assert guarded(text) == text
