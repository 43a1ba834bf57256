"""What stands in a report, and where in it the findings are."""

import pickle
from typing import Any

import pytest

from gxlint.lint.session import Session
from gxlint.reporters.detail import Detail, Passage
from gxlint.reporters.detail_tables import TableDetail
from gxlint.reporters.record import FileRecord, record
from tests.cli.running import good_text


def checked(*changes: tuple[str, str], path: str = "a.txt", source: str | None = None) -> FileRecord:
    text = source or good_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return record(Session().check_bytes(text.encode(), path), "zh", detailed=True)


def detail(made: FileRecord) -> Detail:
    assert made.detail is not None
    return made.detail


def tables(made: FileRecord) -> dict[str, TableDetail]:
    return {piece.name: piece for piece in detail(made).pieces if isinstance(piece, TableDetail)}


def cell(table: TableDetail, row: int, column: int) -> Any:
    rows = [row for block in table.blocks for row in block.rows]
    return rows[row].cells[column]


def test_only_those_that_ask_get_it() -> None:
    assert record(Session().check_bytes(good_text().encode(), "a.txt"), "zh").detail is None
    assert record(Session().check_bytes("没有报告。".encode(), "a.txt"), "zh", detailed=True).detail is None


def test_it_can_be_handed_over_by_another_process() -> None:
    made = checked()
    assert pickle.loads(pickle.dumps(made)).detail == made.detail


def test_every_finding_has_one_place() -> None:
    made = checked(
        ("28 | 1 | 0 | 0 | 0 | 0 | 29", "28 | 1 | 0 | 0 | 0 | 0 | 30"),
        ("统计期限自2024年", "统计期限自2023年"),
        ("行政许可 | 12 |", "行政许可 | 十二 |"),
    )
    found = [
        number
        for piece in detail(made).pieces
        for number in (
            [mark.finding for mark in piece.marks] if isinstance(piece, Passage) else piece.all_findings()
        )
    ]
    assert sorted(found) == list(range(len(made.diagnostics)))
    assert len(found) >= 3
    assert detail(made).unplaced == ()


def test_marks_cover_the_words_that_are_wrong() -> None:
    # What the normalised text has otherwise stands before the place.
    made = checked(("统计期限自2024年", "\u200b(\uff12\uff10年)统计期限自2023年"))
    (passage,) = [
        piece
        for piece in detail(made).pieces
        if isinstance(piece, Passage) and piece.marks and "统计期限" in piece.text
    ]
    words = {passage.text[mark.start : mark.end] for mark in passage.marks}
    assert any(word.startswith("2023年1月1日") for word in words)


def test_a_page_shows_what_was_read_from_it() -> None:
    body = "".join(f"<p>{line}</p>" for line in good_text().splitlines())
    made = checked(path="a.html", source=f"<html><body>{body}</body></html>")
    passages = [piece for piece in detail(made).pieces if isinstance(piece, Passage)]
    assert passages[0].kind == "title"
    assert not [passage for passage in passages if "<p>" in passage.text]


def test_headings_are_told() -> None:
    headings = [
        piece.text
        for piece in detail(checked()).pieces
        if isinstance(piece, Passage) and piece.kind == "heading"
    ]
    assert headings[0] == "一、总体情况"
    assert len(headings) == 6


def test_a_report_on_one_line_is_taken_apart() -> None:
    made = checked(source=" ".join(good_text().splitlines()))
    pieces = detail(made).pieces
    assert sum(isinstance(piece, Passage) and piece.kind == "heading" for piece in pieces) >= 5
    assert set(tables(made)) == {"表二", "表三", "表四"}


@pytest.mark.parametrize(("total", "agrees"), [("29", True), ("30", False), ("", False)])
def test_sums_are_worked_out(total: str, agrees: bool) -> None:
    table = tables(checked(("28 | 1 | 0 | 0 | 0 | 0 | 29", f"28 | 1 | 0 | 0 | 0 | 0 | {total}")))["表三"]
    (found,) = [
        row.cells[-1]
        for block in table.blocks
        for row in block.rows
        if [c.text for c in row.cells][:2] == ["28", "1"]
    ][:1]
    assert (found.computed, found.agrees) == (29, agrees)


def test_nothing_is_worked_out_of_what_cannot_be_read() -> None:
    table = tables(checked(("28 | 1 | 0 | 0 | 0 | 0 | 29", "28 | 一些 | 0 | 0 | 0 | 0 | 29")))["表三"]
    rows = [row for block in table.blocks for row in block.rows if "一些" in [c.text for c in row.cells]]
    assert rows[0].cells[-1].computed is None


def test_the_balance_of_the_columns() -> None:
    (balance,) = tables(checked())["表三"].balances
    assert {gap for _, gap in balance.gaps} == {0}
    assert len(balance.gaps) == 7


def test_a_row_that_is_missing_is_told() -> None:
    line = next(line for line in good_text().splitlines() if "重复申请" in line)
    table = tables(checked((line + "\n", "")))["表三"]
    missing = [row.label for block in table.blocks for row in block.rows if row.problem == "missing"]
    assert missing == ["2.重复申请"]


def test_labels_and_lines_hold_no_control_characters() -> None:
    made = checked(("1.属于国家秘密 | 0", "1.属于\n国家秘密 | 0"), ("围绕中心工作", "围绕\t中心\x0b工作"))
    labels = [row.label for block in tables(made)["表三"].blocks for row in block.rows]
    assert "1.属于 国家秘密" in labels
    texts = [piece.text for piece in detail(made).pieces if isinstance(piece, Passage)]
    assert any("围绕 中心 工作" in text for text in texts)
