"""``gxlint annotate`` as its user runs it."""

import os
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


def test_a_document_is_never_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, other = tmp_path / "报告.docx", tmp_path / "别的.docx"
    for file in (path, other):
        file.write_bytes(WRONG)
    for target in (path, other):
        ran = gxlint(monkeypatch, "annotate", str(path), "-o", str(target))
        assert (ran.code, ran.out) == (2, "")
        assert "不是 gxlint 写的批注副本,没有改动它" in ran.err
        assert target.read_bytes() == WRONG
    assert gxlint(monkeypatch, "annotate", str(path), "-o", str(other), "--force").code == 0
    assert "CN305" in comments(other)
    assert (
        gxlint(monkeypatch, "annotate", str(path), "-o", str(other)).code == 0
    )  # by now it is a copy of ours


def _older(path: Path, than: Path) -> None:
    os.utime(path, (than.stat().st_mtime - 9, than.stat().st_mtime - 9))


def _said(path: Path, text: bytes) -> None:
    """Write something into a document, as its editor would."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("政府信息".encode(), text, 1)
    with zipfile.ZipFile(path, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)


def test_work_done_in_the_copy_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, copy = tmp_path / "报告.docx", tmp_path / "报告.gxlint.docx"
    path.write_bytes(WRONG)
    gxlint(monkeypatch, "annotate", str(path))
    _older(path, copy)
    assert gxlint(monkeypatch, "annotate", str(path)).code == 0  # nobody has touched it
    _older(path, copy)
    _said(copy, "改过的政府信息".encode())
    edited = copy.read_bytes()
    ran = gxlint(monkeypatch, "annotate", str(path))
    assert (ran.code, ran.out) == (2, "")
    assert f"{copy} 加批注以后有人改过,没有覆盖它" in ran.err
    assert copy.read_bytes() == edited
    assert gxlint(monkeypatch, "annotate", str(path), "--force").code == 0
    _older(copy, path)
    _said(copy, "改过的政府信息".encode())
    _older(copy, path)
    assert gxlint(monkeypatch, "annotate", str(path)).code == 0  # the document itself was changed later


def test_remarks_of_others_in_the_copy_are_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, copy = tmp_path / "报告.docx", tmp_path / "报告.gxlint.docx"
    path.write_bytes(WRONG)
    gxlint(monkeypatch, "annotate", str(path))
    _older(path, copy)
    with zipfile.ZipFile(copy) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    remark = b'<w:comment w:id="99" w:author="\xe7\xa7\x91\xe9\x95\xbf"><w:p/></w:comment></w:comments>'
    parts["word/comments.xml"] = parts["word/comments.xml"].replace(b"</w:comments>", remark)
    with zipfile.ZipFile(copy, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    assert "有人改过" in gxlint(monkeypatch, "annotate", str(path)).err
    assert gxlint(monkeypatch, "annotate", str(copy)).code == 0
    assert "科长" in comments(copy)


def test_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "报告.docx").write_bytes(WRONG)
    (tmp_path / "通知.docx").write_bytes(packed(paragraph("关于召开会议的通知")))
    write(tmp_path, "报告.txt")
    ran = gxlint(monkeypatch, "annotate", str(tmp_path))
    copy = tmp_path / "甲" / "报告.gxlint.docx"
    assert (ran.code, ran.out) == (0, f"已写入 {copy}:2 条批注\n")
    assert ran.err == "gxlint: 文件夹中另有 1 个文件不能加批注:只支持 Word 文档和网页\n"
    assert not (tmp_path / "通知.gxlint.docx").exists()
    again = gxlint(monkeypatch, "annotate", str(tmp_path), "-o", str(tmp_path / "乙.docx"))
    assert (again.code, again.out) == (2, "")
