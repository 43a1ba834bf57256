"""Writing a mended text back: encoding, byte order mark, line ends, and all or nothing."""

import codecs
import os
from pathlib import Path

import pytest

from gxlint.lint.writing import WriteError, unified_diff, write_mended
from gxlint.readers import read_path
from gxlint.source import SourceText

TEXT = "云泽县财政局\r\n收到申请36件\n共１２件\r政府信息公开年度报告总体情况\u000b续"

ENCODINGS = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": codecs.BOM_UTF8 + TEXT.encode(),
    "gb18030": TEXT.encode("gb18030"),
    "utf-16 little": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16 big": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-16 bare": TEXT.encode("utf-16-le"),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, name: str) -> None:
    file = tmp_path / "报告.txt"
    file.write_bytes(ENCODINGS[name])
    source = read_path(str(file)).source
    assert source.text == TEXT
    write_mended(str(file), source, TEXT.replace("36", "37"))
    before, after = "36", "37"
    codec = "gb18030" if name == "gb18030" else {"utf-16 big": "utf-16-be"}.get(name, "utf-16-le")
    codec = "utf-8" if name.startswith("utf-8") else codec
    assert file.read_bytes() == ENCODINGS[name].replace(before.encode(codec), after.encode(codec))
    assert os.listdir(tmp_path) == ["报告.txt"]


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "a.txt", tmp_path / "link.txt"
    file.write_bytes("甲".encode())
    file.chmod(0o640)
    link.symlink_to(file)
    write_mended(str(link), SourceText("甲"), "乙")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "乙"
    assert file.stat().st_mode & 0o7777 == 0o640


def refusal(path: Path, before: SourceText, after: str) -> str:
    """Why nothing was written; makes sure that nothing was."""
    held, beside = path.read_bytes(), sorted(os.listdir(path.parent))
    with pytest.raises(WriteError) as caught:
        write_mended(str(path), before, after)
    assert path.read_bytes() == held
    assert sorted(os.listdir(path.parent)) == beside
    assert str(path) in caught.value.text("en")
    return caught.value.text()


def test_a_character_the_encoding_lacks(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("報告".encode("cp950"))
    text = refusal(file, SourceText("報告", "cp950"), "报告")
    assert "“报”" in text
    assert "CP950" in text
    assert "UTF-8" in text


def test_a_file_that_changed_meanwhile(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("丙".encode())
    assert "又有变动" in refusal(file, SourceText("甲"), "乙")


@pytest.mark.parametrize("step", ["os.replace", "os.fsync", "os.chmod"])
def test_a_failure_on_the_way_keeps_the_original(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("甲".encode())

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"gxlint.lint.writing.{step}", fail)
    assert "磁盘已满" in refusal(file, SourceText("甲"), "乙")


def test_a_read_only_file_is_respected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("甲".encode())
    monkeypatch.setattr("gxlint.lint.writing.os.access", lambda *_: False)
    assert "权限" in refusal(file, SourceText("甲"), "乙")


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot be written"):
        write_mended(str(tmp_path / "gone.txt"), SourceText("甲"), "乙")


def test_a_difference_counts_lines_as_editors_do() -> None:
    before = SourceText("一\r\n二\u000b续\n三\n四\n")
    after = SourceText("一\r\n二\u000b改\n三\n四\n")
    assert unified_diff("a.txt", before, after) == (
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n 一\r\n-二\u000b续\n+二\u000b改\n 三\n"
    )


def test_a_difference_says_where_the_last_line_has_no_end() -> None:
    said = unified_diff("a.txt", SourceText("一"), SourceText("二\n"))
    assert said.endswith("-一\n\\ No newline at end of file\n+二\n")
    assert unified_diff("a.txt", SourceText("一"), SourceText("一")) == ""
