"""The annotated copy of a document, by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.readers import read_bytes
from gxlint.readers.errors import ReadError, Words
from gxlint.writeback.remark import AUTHOR

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from gxlint.readers import Document
    from gxlint.readers.office.word.reader import WordFile
    from gxlint.writeback.remark import Remark

NOT_ANNOTATED = Words(
    "{path} 不能加批注:只支持 Word 文档(.docx)和网页(.html)。可用 gxlint check --output-format html=结果.html "
    "生成逐处标注的网页",
    "{path} cannot be annotated: only Word documents (.docx) and web pages (.html) can. Use gxlint check --output-format "
    "html=out.html for a page with the findings beside the text",
)
MACROS = Words(
    "{path} 含有宏,不加批注,以免带宏的文件继续流转。请在 Word 或 WPS 中另存为不含宏的 .docx 再试",
    "{path} has macros and is not annotated, lest they travel on. Save it in Word or WPS as a .docx without macros",
)


def without_ours(data: bytes) -> bytes:
    """A page without remarks of ours, which would pass for its text; anything else as it is."""
    if b"<gxlint-" not in data:
        return data
    from gxlint.writeback.html import without_notes

    return without_notes(data)


def annotated(data: bytes, document: Document, remarks: Sequence[Remark], now: datetime) -> bytes:
    """The file with a remark at each place; all else in it stays as it is.

    Args:
        data: what the file holds.
        document: what was read from it.
        remarks: their places count in the document's source text.
        now: the time that is written beside them, in UTC.

    Raises:
        ReadError: documents of this kind, or with macros, are not annotated.
    """
    if document.kind == "docx":
        return _word(data, document, remarks, now)
    if document.kind == "html":
        from gxlint.writeback.html import with_notes

        return with_notes(data, document, remarks)
    raise ReadError(NOT_ANNOTATED, {"path": document.path})


def is_copy(data: bytes, path: str) -> bool:
    """Whether a file bears remarks of ours."""
    if b"<gxlint-remarks" in data:
        return True
    file = _word_file(data, path)
    if file is None:
        return False
    from gxlint.writeback.word.comments import authors

    return bool(authors(file)[AUTHOR])


def worked_on(copy: bytes, original: bytes, path: str) -> bool:
    """Whether an annotated copy says something else than its original, or bears remarks that others made in it.

    Args:
        copy: what the copy holds.
        original: what the original holds, remarks of ours taken out.
        path: the copy's name.
    """
    try:
        texts = [read_bytes(without_ours(data), path).source.text for data in (copy, original)]
    except ReadError:
        return True
    if texts[0] != texts[1]:
        return True
    files = [_word_file(data, path) for data in (copy, original)]
    if files[0] is None or files[1] is None:
        return False
    from gxlint.writeback.word.comments import authors

    more = authors(files[0]) - authors(files[1])
    del more[AUTHOR]
    return bool(more)


def _word_file(data: bytes, path: str) -> WordFile | None:
    """The document, where it is one of Word's."""
    from gxlint.readers.kinds import binary_kind

    if binary_kind(data, path) != "docx":
        return None
    from gxlint.readers.office.word.reader import WordFile

    return WordFile(data, path)


def _word(data: bytes, document: Document, remarks: Sequence[Remark], now: datetime) -> bytes:
    from gxlint.readers.office.word.reader import WordFile
    from gxlint.writeback.word.comments import with_comments

    file = WordFile(data, document.path)
    if file.package.has_macros:
        raise ReadError(MACROS, {"path": document.path})
    return with_comments(file, document, remarks, now)
