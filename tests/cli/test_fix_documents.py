"""``gxlint check --fix`` on Word documents and workbooks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gxlint.readers import read_path
from gxlint.testing.forms import Draft, blank_report, with_cell
from tests.cli.running import gxlint
from tests.support.excel_files import xlsx
from tests.support.word_files import docx

WRONG = with_cell(blank_report(), "table_requests.received.natural_person", "３")


@pytest.mark.parametrize(("ending", "write"), [("docx", docx), ("xlsx", xlsx)])
def test_safe_fixes_are_written(
    ending: str, write: Callable[[Draft], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"报告.{ending}"
    path.write_bytes(write(WRONG))
    ran = gxlint(monkeypatch, "check", "--fix", str(path))
    assert "已修改 1 处" in ran.out
    assert "申请数量 | 3 |" in read_path(str(path)).source.text
    after = path.read_bytes()
    assert "已修改" not in gxlint(monkeypatch, "check", "--fix", str(path)).out
    assert path.read_bytes() == after  # nothing more to do, so not written again


def test_a_difference_is_shown_and_nothing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(docx(WRONG))
    ran = gxlint(monkeypatch, "check", "--diff", str(path))
    assert "+一、本年新收政府信息公开申请数量 | 3 |" in ran.out
    assert path.read_bytes() == docx(WRONG)


def test_what_came_from_standard_input_is_not_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "check", "--fix", "-", "--stdin-filename", "报告.docx", stdin=docx(WRONG))
    assert ran.code == 2
    assert "请给出文件名" in ran.err


def test_a_file_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(docx(WRONG))

    def refuse(path: str, data: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("gxlint.cli.mend.replace_file", refuse)
    ran = gxlint(monkeypatch, "check", "--fix", str(path))
    assert ran.code == 2
    assert "未修改:无法写入(没有权限,或文件正被别的程序(如 Word、Excel)打开)" in ran.err
    assert path.read_bytes() == docx(WRONG)
