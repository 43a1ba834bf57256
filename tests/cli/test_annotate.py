"""``gxlint annotate`` as its user runs it."""

import zipfile
from pathlib import Path

import pytest

from gxlint.testing.forms import blank_report, with_cell
from tests.cli.running import gxlint, write
from tests.support.word_files import docx, packed, paragraph

WRONG = docx(with_cell(blank_report(), "table_requests.granted.total", "5"))


def comments(path: Path) -> str:
    return zipfile.ZipFile(path).read("word/comments.xml").decode()


def test_a_copy_beside_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(WRONG)
    ran = gxlint(monkeypatch, "annotate", str(path))
    copy = tmp_path / "报告.gxlint.docx"
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"已写入 {copy}:2 条批注")
    assert path.read_bytes() == WRONG
    text = comments(copy)
    assert "【错误】CN305 总计 5 ≠ 各列之和 0" in text
    assert "依据:国办公开办函〔2021〕30号附件 表三" in text
    assert "【未查全】" in text
    assert sorted(item.name for item in tmp_path.iterdir()) == ["报告.docx", "报告.gxlint.docx"]


def test_the_copy_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(WRONG)
    gxlint(monkeypatch, "annotate", str(path), "--ignore", "CN309")
    copy = tmp_path / "报告.gxlint.docx"
    before = zipfile.ZipFile(copy).read("word/document.xml")
    gxlint(monkeypatch, "annotate", str(copy), "--lang", "en")
    assert zipfile.ZipFile(copy).read("word/document.xml") == before
    assert "[error] CN305 total 5" in comments(copy).lower().replace("cn305", "CN305")


def test_rules_are_chosen_as_for_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(WRONG)
    ran = gxlint(monkeypatch, "annotate", str(path), "--select", "CN101", "-o", str(tmp_path / "甲.docx"))
    assert "0 条批注" in ran.out
    assert "word/comments.xml" not in zipfile.ZipFile(tmp_path / "甲.docx").namelist()


def test_what_cannot_be_annotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = write(tmp_path, "报告.txt")
    ran = gxlint(monkeypatch, "annotate", str(text))
    assert ran.code == 2
    assert "只支持 Word 文档(.docx)和网页(.html)" in ran.err
    assert gxlint(monkeypatch, "annotate").code == 2
    assert "找不到文件" in gxlint(monkeypatch, "annotate", str(tmp_path / "无.docx")).err


def test_documents_with_macros_are_not_annotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.docm"
    path.write_bytes(packed(paragraph("甲"), {"word/vbaProject.bin": b"x"}))
    ran = gxlint(monkeypatch, "annotate", str(path))
    assert ran.code == 2
    assert "含有宏" in ran.err
    assert not (tmp_path / "报告.gxlint.docm").exists()


def test_a_folder_that_takes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(WRONG)
    ran = gxlint(monkeypatch, "annotate", str(path), "-o", str(tmp_path / "无此" / "甲.docx"))
    assert ran.code == 2
    assert "无法写入" in ran.err


def test_an_old_document_is_annotated_as_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.wps"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    monkeypatch.setattr("gxlint.readers.libreoffice.converted", lambda *_: WRONG)
    ran = gxlint(monkeypatch, "annotate", str(path))
    assert ran.code == 0
    assert "CN305" in comments(tmp_path / "报告.gxlint.docx")


def test_a_page_and_its_copy_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Path(__file__).parents[2] / "examples" / "page.html"
    path = tmp_path / "年报.html"
    path.write_bytes(page.read_bytes())
    gxlint(monkeypatch, "annotate", str(path))
    copy = tmp_path / "年报.gxlint.html"
    first = copy.read_bytes()
    assert b"<gxlint-mark" in first
    assert gxlint(monkeypatch, "annotate", str(copy)).code == 0
    assert copy.read_bytes() == first
