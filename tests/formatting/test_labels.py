"""Labels in official wording: which ones are changed, and which ones are left to their writer."""

import pytest

from gxlint.formatting.tidy import tidied
from tests.cli.running import good_text
from tests.support.reading import report_of


def label_after(old: str, new: str) -> str:
    """What a label that was written in another way becomes; the table it stands in is read by cells."""
    text = good_text()
    assert text.count(f"| {old} |") >= 1, old
    changed = text.replace(f"| {old} |", f"| {new} |", 1)
    line = text[: text.index(f"| {old} |")].count("\n")
    at = cells(text, line).index(old)
    return cells(tidied(report_of(changed), report_of), line)[at]


def cells(text: str, line: int) -> list[str]:
    return [cell.strip() for cell in text.split("\n")[line].split("|")]


@pytest.mark.parametrize(
    ("official", "written"),
    [
        ("规章", "规 章"),
        ("规章", "规\u3000章"),
        ("规章", "规\u200b章"),
        ("行政规范性文件", "规范性文件"),
        ("总计", "合计"),
        ("1.信访举报投诉类申请", "1.信访投诉举报类申请"),
        ("1.信访举报投诉类申请", "1、信访投诉举报类申请"),
        ("1.属于国家秘密", "1、属于国家秘密"),
        ("1.属于国家秘密", "(1)属于国家秘密"),
        ("1.属于国家秘密", "① 属于国家秘密"),
        ("1.属于国家秘密", "１．属于国家秘密"),
        ("3.危及“三安全一稳定”", '3.危及"三安全一稳定"'),
        ("3.危及“三安全一稳定”", "3.危及三安全一稳定"),
        ("(一)予以公开", "一)予以公开"),
        ("(一)予以公开", "(一) 予 以 公 开"),
        ("2.重复申请", "2. 重复 申请"),
        ("7.属于行政执法案卷", "7.属于行政執法案卷"),
    ],
)
def test_is_written_as_the_form_has_it(official: str, written: str) -> None:
    assert label_after(official, written) == official


@pytest.mark.parametrize(
    ("official", "written", "after"),
    [
        ("(七)总计", "（七）总 计", "（七）总计"),  # brackets stay as wide as they were
        ("规章", "规 章(本级制发)", "规章(本级制发)"),  # a note is the writer's
        ("行政规范性文件", "规范性文件(不含内部文件)", "行政规范性文件(不含内部文件)"),
        ("1.属于国家秘密", "属于 国家秘密", "属于国家秘密"),  # its number may come from automatic numbering
        ("1.信访举报投诉类申请", "信访投诉举报类申请", "信访举报投诉类申请"),
    ],
)
def test_what_the_writer_added_or_left_out_stays(official: str, written: str, after: str) -> None:
    assert label_after(official, written) == after


@pytest.mark.parametrize(
    ("official", "written"),
    [
        ("1.属于国家秘密", "1.属于国家的秘密"),  # known to nobody
        ("(一)予以公开", "(一)予以公开(含部分)"),
        ("四、结转下年度继续办理", "四、结转下年继续办理"),
    ],
)
def test_what_is_not_certain_stays(official: str, written: str) -> None:
    assert label_after(official, written) == written


def test_labels_of_a_traditional_text_stay_traditional() -> None:
    from tests.support.disguises import traditional

    text = traditional(good_text())
    after = tidied(report_of(text), report_of)
    assert after != text
    assert "".join(after.split()) == "".join(text.split())


def test_labels_set_in_columns_by_spaces_do_not_move() -> None:
    text = good_text().replace("| 规章 | 0 | 0 | 0 |", "规 章      0     0     0")
    assert "规 章      0     0     0" in tidied(report_of(text), report_of)


def test_a_label_alone_on_its_line() -> None:
    text = good_text().replace("| 规章 | 0 | 0 | 0 |", "规 章\n0\n0\n0")
    assert "\n规章\n0\n0\n0\n" in tidied(report_of(text), report_of)
