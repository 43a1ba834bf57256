"""Choosing the reader, and every reason not to read a file."""

import io
import os
import pickle
import zipfile
from pathlib import Path

import pytest

from gxlint.readers import ReadError, errors, read_bytes, read_path, read_text
from gxlint.readers.files import LIMIT
from gxlint.readers.kinds import BINARY, binary_kind, text_kind
from gxlint.source import SourceText

TEXT = "云泽县2024年政府信息公开工作年度报告\n一、总体情况\n"
PAGE = "<!DOCTYPE html><html><head><title>云泽县年报</title></head><body><p>总体&nbsp;情况</p></body></html>"


def archive(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as stream:
        for name in names:
            stream.writestr(name, "x")
    return data.getvalue()


def refused(data: bytes, name: str = "甲.txt") -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    return caught.value


def lines(data: bytes, name: str) -> list[str]:
    document = read_bytes(data, name)
    return [document.text[line.start : line.end] for line in document.lines]


def test_a_text_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode("gb18030"))
    document = read_path(str(path))
    assert (document.kind, document.source.encoding, document.path) == ("text", "gb18030", str(path))
    assert len(document.lines) == 3


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (TEXT, "甲.txt", "text"),
        (TEXT, "甲.html", "text"),
        ("规章 <3 件,a<b", "甲.txt", "text"),
        ("| 商业<br>企业 | 0 |\n", "甲.md", "tagged"),
        ("<!-- gxlint: ignore CN305 -->\n| a | 1 |\n", "甲.md", "text"),
        (PAGE, "甲.html", "html"),
        (PAGE, "甲", "html"),
        (PAGE, "甲.txt", "html"),
        ("\ufeff \n<!-- saved -->\n<HTML><body>x", "甲.txt", "html"),
        ("<?xml version='1.0'?><html xmlns='x'><p>x</p></html>", "甲.doc", "html"),
        ("<p>片段</p>", "甲.htm", "html"),
        ("<p>片段</p>", "甲.txt", "tagged"),
        ("# 标题\n\n<table><tr><td>1</td></tr></table>\n", "甲.md", "tagged"),
        ("<html><body><table><tr><td>1</td></tr></table></body></html>\n\n正文", "甲.md", "tagged"),
        ("<html><table><td>1</table></html>\n<html><table><td>1</table></html>", "甲.md", "tagged"),
    ],
)
def test_content_decides_before_the_name(text: str, name: str, kind: str) -> None:
    assert text_kind(text, name) == kind
    document = read_text(SourceText(text), name)
    assert document.kind == ("text" if kind == "text" else "html")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_pages_in_any_encoding(encoding: str) -> None:
    assert lines(PAGE.encode(encoding), "甲") == ["云泽县年报", "总体 情况"]


@pytest.mark.parametrize("declared", ["gb2312", "utf-8"])
@pytest.mark.parametrize("actual", ["gb18030", "utf-8"])
def test_the_declared_encoding_is_a_hint(declared: str, actual: str) -> None:
    page = (
        f'<html><head><meta http-equiv=Content-Type content="text/html; charset={declared}"><p>政府信息公开'
    )
    document = read_bytes(page.encode(actual), "甲.htm")
    assert (document.source.text, document.source.encoding) == (page, actual)


def test_beginnings_that_look_like_a_page_take_no_time() -> None:
    assert text_kind("<!-- a -->" * 5_000 + "<p", "甲.txt") == "text"
    assert text_kind("<!-- a -->" * 5_000 + "正文<b>", "甲.txt") == "text"
    assert text_kind("<p " * 50_000, "甲.txt") == "text"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_of_a_text_leave_their_ends_out(end: str) -> None:
    assert lines(f"甲{end}{end}乙\u000b{end}".encode(), "甲.txt") == ["甲", "", "乙 ", ""]


def test_tables_in_a_text_leave_its_lines_alone() -> None:
    text = "# 标题\n正文一\n正文二\n\n<table>\n<tr><td>规章</td>\n<td>0</td></tr></table>\n| a<br>b | 1 |\n见<http://a.cn>\n"
    document = read_text(SourceText(text), "甲.md")
    shown = [(document.text[line.start : line.end], line.row) for line in document.lines]
    assert shown == [
        ("# 标题", False),
        ("正文一", False),
        ("正文二", False),
        ("规章 | 0 |", True),
        ("| a    b | 1 |", False),
        ("见<http://a.cn>", False),
    ]


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (archive("ppt/presentation.xml"), "甲.pptx", "pptx"),
        (archive("OFD.xml"), "甲.ofd", "ofd"),
        (archive("a.txt"), "甲.zip", "archive"),
        (b"\x89PNG\r\n\x1a\n\0", "甲.png", "image"),
        (b"\xff\xd8\xff\xe0", "甲.jpg", "image"),
        (b"RIFF\1\2\3\4WEBPVP8", "甲", "image"),
        (b"From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", "甲.mht", "mhtml"),
    ],
)
def test_known_kinds_are_named(data: bytes, name: str, kind: str) -> None:
    assert binary_kind(data, name) == kind
    error = refused(data, name)
    assert error.problem is errors.NOT_READ_YET
    assert BINARY[kind].name.zh in error.text()
    assert BINARY[kind].name.en in error.text("en")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "甲.txt", "pdf"),
        (archive("[Content_Types].xml", "word/document.xml"), "甲.docx", "docx"),
        (archive("xl/workbook.xml"), "甲.xlsx", "xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "甲.wps", "doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "甲.et", "xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "甲", "xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "甲.docx", "locked"),
        (b"{\\rtf1\\ansi", "甲.doc", "rtf"),
        (b"PK\x03\x04...mimetypeapplication/vnd.oasis.opendocument.text", "甲", "odt"),
        (b"PK\x03\x04...mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "甲", "ods"),
        (b"PK\x03\x04...mimetypeapplication/vnd.oasis.opendocument.graphics", "甲", "odf"),
    ],
)
def test_kinds_that_are_read(data: bytes, name: str, kind: str) -> None:
    assert binary_kind(data, name) == kind


def test_what_to_do_with_a_presentation() -> None:
    error = refused(archive("ppt/presentation.xml"), "年报.pptx")
    assert (
        error.text()
        == "年报.pptx 是 演示文稿(.pptx),目前还不能直接读取。请把报告正文(连同表格)复制到 .txt 文件后再检查"
    )
    assert error.text("en").startswith(
        "年报.pptx is a presentation (.pptx), which is not read yet. Copy the report"
    )


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", errors.EMPTY),
        (b" \r\n\t", errors.EMPTY),
        ("\ufeff\u3000\n".encode(), errors.EMPTY),
        (b"<html><body><script>load()</script></body></html>", errors.EMPTY),
        (bytes(100), errors.NOT_TEXT),
        (b"\x7fELF\1\1\1" + bytes(60), errors.NOT_TEXT),
        ("これは年次報告書です。".encode("shift_jis") * 5, errors.UNKNOWN_ENCODING),
        (TEXT.encode()[:-4] + b"\xff\n", errors.DAMAGED),
        (b"x" * (LIMIT + 1), errors.TOO_LARGE),
    ],
)
def test_bad_content(data: bytes, problem: errors.Words) -> None:
    error = refused(data)
    assert error.problem is problem
    assert "甲.txt" in error.text()


def test_damage_names_the_line() -> None:
    error = refused(TEXT.encode() + b"\xe4\xb8\n")
    assert "第 3 行" in error.text()
    assert "line 3" in error.text("en")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_path(str(tmp_path / "没有.txt"))
    assert caught.value.problem is errors.MISSING
    with pytest.raises(ReadError) as caught:
        read_path(str(tmp_path))
    assert caught.value.problem is errors.FOLDER


def test_a_path_that_no_system_takes() -> None:
    with pytest.raises(ReadError) as caught:
        read_path("a\0b")
    assert caught.value.problem is errors.UNREADABLE
    with pytest.raises(ReadError):
        read_path("长" * 5000)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("builtins.open", forbidden)
    with pytest.raises(ReadError) as caught:
        read_path(str(tmp_path / "甲.txt"))
    assert caught.value.problem is errors.FORBIDDEN


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as stream:
        stream.truncate(LIMIT + 1)  # takes no space, and would take a second to read and decode
    with pytest.raises(ReadError) as caught:
        read_path(str(path))
    assert caught.value.problem is errors.TOO_LARGE
    assert "64 MB" in caught.value.text()


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs a device without end")
def test_a_stream_without_end_is_cut_off() -> None:
    with pytest.raises(ReadError) as caught:
        read_path("/dev/zero")
    assert caught.value.problem is errors.TOO_LARGE


WORDINGS = {key: value for key, value in vars(errors).items() if isinstance(value, errors.Words)}


@pytest.mark.parametrize("key", WORDINGS)
def test_every_problem_speaks_both_languages_and_travels(key: str) -> None:
    kind, advice = BINARY["pdf"]
    error = ReadError(
        WORDINGS[key],
        {
            "path": "甲.txt",
            "reason": "...",
            "limit": 1,
            "count": 2,
            "seconds": 3,
            "target": ".docx",
            "line": 3,
            "encoding": "UTF-8",
            "kind": kind,
            "advice": advice,
        },
    )
    chinese, english = error.text(), error.text("en")
    assert "甲.txt" in chinese
    assert "甲.txt" in english
    assert "{" not in chinese + english
    assert english.replace("甲.txt", "").isascii()
    assert "请" in chinese
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.text(), copy.text("en"), str(copy), copy.code) == (chinese, english, chinese, "GXL001")
