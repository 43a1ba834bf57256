"""What kind of file this is, by its content first and by its name second."""

import re
from typing import NamedTuple

from gxlint.readers.errors import Words

_COPY = Words(
    "请把报告正文(连同表格)复制到 .txt 文件后再检查",
    "Copy the report, tables included, into a .txt file",
)
_SAVE_AS = Words(
    "请在 Word 或 WPS 中另存为网页(.html)或纯文本(.txt)后再检查",
    "Save it as a web page (.html) or as plain text (.txt) in Word or WPS",
)
_RECOGNISE = Words(
    "请先用文字识别(OCR)软件转成文字,核对后存为 .txt 文件",
    "Turn it into text with recognition software (OCR), compare, and save it as a .txt file",
)
_UNLOCK = Words(
    "请在 Word、Excel 或 WPS 中取消打开密码后再检查",
    "Remove the password in Word, Excel or WPS and check it again",
)
_UNPACK = Words("请先解压,再检查其中的报告文件", "Unpack it and check the report inside")
_SAVE_PAGE = Words(
    "请在浏览器中重新保存,类型选“网页,仅 HTML”",
    "Save it again in the browser, as “web page, HTML only”",
)


class Binary(NamedTuple):
    """A kind of file that is no text: its name, and what to do as long as nothing reads it."""

    name: Words
    advice: Words


BINARY = {
    "docx": Binary(Words("Word 文档(.docx)", "a Word document (.docx)"), _SAVE_AS),
    "xlsx": Binary(Words("Excel 工作簿(.xlsx)", "an Excel workbook (.xlsx)"), _SAVE_AS),
    "pptx": Binary(Words("演示文稿(.pptx)", "a presentation (.pptx)"), _COPY),
    "odt": Binary(Words("OpenDocument 文档(.odt)", "an OpenDocument text (.odt)"), _SAVE_AS),
    "ods": Binary(Words("OpenDocument 表格(.ods)", "an OpenDocument workbook (.ods)"), _SAVE_AS),
    "odf": Binary(Words("OpenDocument 文件", "an OpenDocument file"), _SAVE_AS),
    "ofd": Binary(Words("OFD 版式文件", "an OFD file"), _COPY),
    "pdf": Binary(Words("PDF 文件", "a PDF file"), _COPY),
    "doc": Binary(
        Words("旧版 Word 或 WPS 文档(.doc、.wps)", "an old Word or WPS document (.doc, .wps)"), _SAVE_AS
    ),
    "xls": Binary(
        Words("旧版 Excel 或 WPS 表格(.xls、.et)", "an old Excel or WPS workbook (.xls, .et)"), _SAVE_AS
    ),
    "rtf": Binary(Words("RTF 文档", "an RTF document"), _SAVE_AS),
    "mhtml": Binary(Words("单个文件网页(.mht)", "a web page archive (.mht)"), _SAVE_PAGE),
    "locked": Binary(Words("设有打开密码的文件", "a file locked with a password"), _UNLOCK),
    "image": Binary(Words("图片", "a picture"), _RECOGNISE),
    "archive": Binary(Words("压缩包", "an archive"), _UNPACK),
}

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"PK\x05\x06", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
)
_INSIDE_ZIP = (
    (b"word/document", "docx"),
    (b"xl/workbook", "xlsx"),
    (b"ppt/presentation", "pptx"),
    (b"OFD.xml", "ofd"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"mimetypeapplication/vnd.oasis", "odf"),
)
_HEAD = 2048


def binary_kind(data: bytes, name: str) -> str | None:
    """A key of ``BINARY``, or none where the content does not show that it is one of these."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head.startswith(_ZIP):
        return next((kind for mark, kind in _INSIDE_ZIP if mark in data), _kind_by_name(name))
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "locked"
        sheet = name.lower().endswith((".xls", ".et")) or "Workbook".encode("utf-16-le") in data
        return "xls" if sheet else "doc"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image"
    if b"multipart/related" in head and b"MIME-Version" in head:
        return "mhtml"
    return None


def _kind_by_name(name: str) -> str:
    """What a package that does not show it is meant to be: one cut off on the way still has its name."""
    ending = name.lower().rpartition(".")[2]
    return ending if ending in ("docx", "xlsx", "odt", "ods") else "archive"


# What only a whole page begins with, comments and an XML declaration aside. All repeats are possessive or
# bounded.
_PAGE = (
    r"(?:[\s\ufeff]++|<\?[^>]*+>|<!--(?:[^-]++|-(?!->))*+-->)*+"
    r"<(?:!doctype\s+html|html|head|body|meta|title)\b"
)
_TAG = r"</?(?:p|div|span|table|tr|td|br|font|b|h[1-6]|html|body)\b[^>]{0,500}>"
_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".jsp", ".php")


def text_kind(text: str, name: str) -> str:
    """``html`` for a web page, ``tagged`` for lines of text with pieces of HTML among them, else ``text``."""
    if "<" not in text or not _has(_TAG, text):
        return "text"
    if name.lower().endswith(_PAGE_ENDINGS):
        return "html"
    if re.match(_PAGE, text, re.IGNORECASE):
        # Text recognition wraps every single table into a page of its own and sets the text around it bare.
        return "html" if _is_one_page(text) else "tagged"
    with_cells = _has(r"<table\b", text) and _has(r"<t[dh]\b", text)
    return "tagged" if with_cells or _has(r"<br\s*/?>", text) or _has(rf"\A\s*{_TAG}", text) else "text"


def _has(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def _is_one_page(text: str) -> bool:
    end = re.search(r"</html\s*>", text, re.IGNORECASE)
    rest = text[end.end() :].strip() if end else ""
    return not rest or (rest.startswith("<") and not _has(r"<html\b", rest))


def declared_encoding(data: bytes) -> str | None:
    """The encoding a page says it has been written in."""
    head = data[:_HEAD].lower()
    if b"charset" not in head:
        return None
    found = re.search(rb"<meta\b[^>]*\bcharset\s*=\s*[\"']?\s*([\w-]+)", head)
    return found[1].decode("ascii", "ignore") if found else None
