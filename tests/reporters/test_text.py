"""What people read."""

from gxlint.reporters.record import CoverageRecord, FixRecord, Range, RelatedRecord, unreadable
from tests.reporters.records import diagnostic, file_record, undecided, written


def test_a_finding_with_everything() -> None:
    text = written("text", file_record("a.txt", diagnostic(held_back=3)))
    assert text == (
        "a.txt:41:9 错误 CN305 总计 30 ≠ 各列之和 31\n"
        "   41 | 予以公开 | 31 | 30 |\n"
        "      |                 ^^\n"
        "        也见 41:8 自然人:31\n"
        "        可改为“31”(建议)\n"
        "        另有 3 项核对因此未进行\n"
        "\n"
        "1 份报告:1 个错误;未通过 1\n"
    )


def test_where_to_read_more() -> None:
    item = diagnostic(related=(), fix=None, url="https://example.org/notice.html")
    assert "\n        详见 https://example.org/notice.html\n" in written("text", file_record("a.txt", item))
    assert "\n        see https://example.org/notice.html\n" in written(
        "text", file_record("a.txt", item), lang="en"
    )


def test_english() -> None:
    text = written("text", file_record("a.txt", diagnostic(held_back=1)), file_record("b.txt"), lang="en")
    assert "a.txt:41:9 error CN305" in text
    assert "        see 41:8 自然人:31\n        suggestion: 改为“31”\n" in text
    assert text.endswith("2 reports: 1 error; 1 passed, 1 failed\n")


def test_files_without_findings_are_only_counted() -> None:
    text = written("text", *(file_record(f"{n}.txt") for n in range(80)))
    assert text == "80 份报告:没有发现问题;通过 80\n"


def test_checks_not_made_are_folded_by_reason() -> None:
    coverage = CoverageRecord(
        undecided=(
            undecided("CN305", "表三“予以公开”行只有 5 格"),
            undecided("CN307", "表三“予以公开”行只有 5 格"),
            undecided("CN305", "表三“予以公开”行只有 5 格"),
            undecided("CN203", "表二未找到", "warning"),
        )
    )
    text = written("text", file_record("a.txt", verdict="incomplete", coverage=coverage))
    assert text == (
        "a.txt 未能核对 CN305、CN307 表三“予以公开”行只有 5 格\n\n1 份报告:没有发现问题;未查全 1\n"
    )


def test_many_reasons_and_places_are_counted_not_listed() -> None:
    coverage = CoverageRecord(undecided=tuple(undecided("CN305", f"第 {n} 行残缺") for n in range(30)))
    places = tuple(RelatedRecord(f"第 {n} 处", Range(n, 0, n, 1), 0) for n in range(25))
    text = written("text", file_record("a.txt", diagnostic(related=places), coverage=coverage))
    assert "另有 20 处" in text
    assert "另有 27 种原因" in text
    assert len(text.splitlines()) < 20


def test_what_is_no_report_and_what_cannot_be_read_is_only_counted() -> None:
    stray = file_record("readme.md", diagnostic(), kind="other", root="inbox")
    text = written("text", file_record("a.txt"), stray, unreadable("b.txt", "文件 b.txt 是空的"))
    assert text == ("跳过 1 个不是年度报告的文件\n1 个输入无法读取\n1 份报告:没有发现问题;通过 1\n")


def test_a_named_file_that_is_no_report_is_shown() -> None:
    text = written("text", file_record("readme.md", diagnostic(severity="warning"), kind="other"))
    assert "readme.md:41:9 警告" in text
    assert "1 个文件不是年度报告\n0 份报告:1 个警告\n" in text


def test_statistics_are_a_table_aligned_for_chinese() -> None:
    hint = diagnostic(code="CN302", name="requests-label", severity="hint", fix=None)
    text = written(
        "text", file_record("a.txt", diagnostic(), diagnostic(), hint), statistics=True, quiet=True
    )
    table = text.splitlines()[-3:]
    assert table == [
        "编号   级别  次数  文件  可改  名称",
        "CN305  错误     2     1     2  row-total",
        "CN302  提示     1     1     0  requests-label",
    ]


def test_safe_fixes_are_pointed_out_unless_being_applied() -> None:
    safe = diagnostic(fix=FixRecord("标题序号改为“一、”", safe=True, edits=()))
    text = written("text", file_record("a.txt", safe))
    assert "可修改:标题序号改为“一、”(安全)" in text
    assert "其中 1 个可用 --fix 自动修改\n1 份报告" in text
    assert "--fix" not in written("text", file_record("a.txt", safe), mode="fix")


def test_what_was_fixed_is_counted() -> None:
    text = written("text", file_record("a.txt", fixed=(("CN302", 2), ("CN304", 1))), mode="fix")
    assert text == "已修改 3 处(1 个文件)\n1 份报告:没有发现问题;通过 1\n"


def test_diff_shows_the_diff_and_nothing_else() -> None:
    text = written("text", file_record("a.txt", diagnostic(), diff="--- a\n+++ a\n"), mode="diff")
    assert text == "--- a\n+++ a\n"


def test_quiet_leaves_only_findings() -> None:
    text = written("text", file_record("a.txt", diagnostic(related=(), fix=None, excerpt=None)), quiet=True)
    assert text == "a.txt:41:9 错误 CN305 总计 30 ≠ 各列之和 31\n"


def test_colours_change_nothing_but_colour() -> None:
    import re

    record = file_record("a.txt", diagnostic())
    coloured = written("text", record, color=True)
    assert "\x1b[1;31m错误\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == written("text", record)


def test_nothing_in_a_report_can_steer_the_terminal() -> None:
    evil = diagnostic(message="总计\x1b]0;x\x07 30", fix=FixRecord("改为“\x1b[2J”", safe=False, edits=()))
    assert "\x1b" not in written("text", file_record("a\x1b[2J.txt", evil))
