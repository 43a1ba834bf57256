"""Workflow commands."""

from gxlint.reporters.record import unreadable
from tests.reporters.records import HOSTILE, diagnostic, every_kind, file_record, hostile_record, written


def test_a_finding_is_one_command() -> None:
    first, last = written("github", file_record("./报告.txt", diagnostic())).splitlines()
    assert first == (
        "::error file=报告.txt,line=41,endLine=41,col=9,endColumn=11,title=CN305 row-total::"
        "总计 30 ≠ 各列之和 31%0A可改为“31”(建议)"
    )
    assert last == "1 份报告:1 个错误;未通过 1"


def test_severities() -> None:
    found = [diagnostic(severity=severity) for severity in ("error", "warning", "info", "hint")]
    lines = written("github", file_record("a.txt", *found), quiet=True).splitlines()
    assert [line.split()[0] for line in lines] == ["::error", "::warning", "::notice", "::notice"]


def test_a_place_over_several_lines_has_no_end_column() -> None:
    found = diagnostic(range=diagnostic().range.replaced(end_line=42))
    assert ",endLine=43,col=9,title=" in written("github", file_record("a.txt", found))


def test_an_unreadable_file_has_no_column() -> None:
    line = written("github", unreadable("a.txt", "找不到文件 a.txt"), quiet=True)
    assert line == "::error file=a.txt,line=1,title=GXL001 unreadable-file::找不到文件 a.txt\n"


def test_what_was_not_checked_and_what_failed_to_load() -> None:
    made = written("github", *every_kind(), quiet=True, problems=("插件 x 未载入:a,b",))
    assert "::notice file=open.txt,title=未能核对 CN307::表三缺格\n" in made
    assert "::warning title=gxlint::插件 x 未载入:a,b\n" in made
    assert "inbox" not in made


def test_accepted_findings_where_asked_for() -> None:
    assert "accepted.txt" not in written("github", *every_kind())
    made = written("github", *every_kind(), show_accepted=True)
    assert "::notice file=accepted.txt" in made
    assert "%0A已接受(原因:与统计口径一致)" in made


def test_no_text_becomes_a_command() -> None:
    lines = written("github", hostile_record(), quiet=True).split("\n")[:-1]
    assert len(lines) == 2 * len(HOSTILE)
    for line in lines:
        assert line.startswith(("::error file=", "::notice file="))
        properties = line.split("::")[1]
        assert properties.count(",") == (5 if line.startswith("::error") else 1)
        assert not set(line) & {*map(chr, range(32)), "\x7f", "\u2028", "\u202e"}
