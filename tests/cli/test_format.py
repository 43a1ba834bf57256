"""``gxlint format``: the file stays what it was but for its columns, and a failure leaves it alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from gxlint.formatting.tidy import tidied
from tests.cli.running import good_text, gxlint
from tests.support.reading import report_of

if TYPE_CHECKING:
    from pathlib import Path

TIDY = tidied(report_of(good_text()), report_of)
BOM_BE = b"\xfe\xff"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n"])
def test_encoding_and_line_ends_stay(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, encoding: str, ending: str, last: str
) -> None:
    path = tmp_path / "a.txt"
    before, after = (
        (text.rstrip("\n") + last).replace("\n", ending).encode(encoding) for text in (good_text(), TIDY)
    )
    path.write_bytes(before)
    assert gxlint(monkeypatch, "format", str(path)).code == 0
    assert path.read_bytes() == after
    assert gxlint(monkeypatch, "format", str(path), "--check").code == 0
    assert path.read_bytes() == after


def test_big_endian_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(BOM_BE + good_text().encode("utf-16-be"))
    assert gxlint(monkeypatch, "format", str(path)).code == 0
    assert path.read_bytes() == BOM_BE + TIDY.encode("utf-16-be")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "format", "-", stdin=good_text().encode("utf-8-sig"))
    assert ran.out.encode() == TIDY.encode("utf-8-sig")
    assert (ran.err, ran.code) == ("1 份已整理\n", 0)


def test_standard_input_that_is_no_report_comes_out_as_it_went_in(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "format", "-", "-q", stdin="会议记录\r\n".encode())
    assert (ran.out, ran.code) == ("会议记录\r\n", 0)
    assert "不像政府信息公开工作年度报告" in ran.err
    assert gxlint(monkeypatch, "format", "-", "--diff", stdin="会议记录\n".encode()).out == ""


def test_neither_check_nor_difference_writes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(good_text(), encoding="utf-8")
    assert gxlint(monkeypatch, "format", str(path), "--check").code == 1
    assert gxlint(monkeypatch, "format", str(path), "--diff").code == 0
    assert gxlint(monkeypatch, "format", str(path), "--diff", "--check").code == 1
    assert path.read_text(encoding="utf-8") == good_text()


def test_a_tidy_file_is_not_touched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TIDY, encoding="utf-8")
    before = os.stat(path)
    assert gxlint(monkeypatch, "format", str(path)).code == 0
    assert (os.stat(path).st_ino, os.stat(path).st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_pages_are_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    page = f"<html><body><p>{good_text()}</p></body></html>"
    path.write_text(page, encoding="utf-8")
    ran = gxlint(monkeypatch, "format", str(path))
    assert (ran.code, path.read_text(encoding="utf-8")) == (0, page)
    assert "只整理纯文本和 Markdown 写的报告" in ran.err


def test_what_cannot_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\x01\x02" * 50)
    ran = gxlint(monkeypatch, "format", str(path))
    assert ran.code == 2
    assert ran.err.startswith("gxlint: ")
    assert path.read_bytes() == b"\x00\x01\x02" * 50


@pytest.mark.parametrize("folder_only", [False, True])
def test_what_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, folder_only: bool
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(good_text(), encoding="utf-8")
    if folder_only:
        monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    else:
        monkeypatch.setattr("os.access", lambda *_: False)
    ran = gxlint(monkeypatch, "format", str(path))
    assert ran.code == 2
    assert "未修改" in ran.err
    assert path.read_text(encoding="utf-8") == good_text()
    assert [*tmp_path.iterdir()] == [path]


def test_a_mistake_of_ours_leaves_the_file_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(good_text(), encoding="utf-8")

    def fail(document: object, *_: object, **__: object) -> str:
        if getattr(document, "path", "").endswith("a.txt"):
            raise RuntimeError("unforeseen")
        return TIDY

    monkeypatch.setattr("gxlint.cli.commands.format.tidy_document", fail)
    ran = gxlint(monkeypatch, "format", *map(str, paths))
    assert ran.code == 2
    assert "unforeseen" in ran.err
    assert [path.read_text(encoding="utf-8") for path in paths] == [good_text(), TIDY]


def test_excluded_files_of_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(good_text(), encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('exclude = ["b.txt"]\n', encoding="utf-8")
    assert gxlint(monkeypatch, "format", str(tmp_path)).code == 0
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == TIDY
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == good_text()
