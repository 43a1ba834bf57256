"""A file that says what its mended document says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lint.writing import CHANGED, WriteError
from gxlint.readers import ReadError, read_bytes
from gxlint.rules import Message

if TYPE_CHECKING:
    from datetime import datetime

    from gxlint.readers import Document

_NOT_MENDED = Message(
    "{path} 未修改:改动无法完整写回文件。请按检查结果在原软件中修改",
    "{path} was not changed: not all changes can be written back. Make them in the program it was written with",
)
_MACROS = Message(
    "{path} 未修改:文件含有宏。请在 Word、Excel 或 WPS 中另存为不含宏的文件再试",
    "{path} was not changed: it has macros. Save it without macros in Word, Excel or WPS and try again",
)


def mended(data: bytes, before: Document, after: Document, now: datetime) -> bytes:
    """The file with the changes in it: tracked ones in Word, other cells in Excel; all else stays.

    Args:
        data: what the file holds.
        before: what was read from it.
        after: the same, mended.
        now: the time that is written beside tracked changes, in UTC.

    Raises:
        WriteError: the file is no longer what was read, or would not say what it is to say.
    """
    path = before.path
    if _read(data, path) != before.source.text:
        raise WriteError(CHANGED, path=path)
    made = _word(data, before, after, now) if before.kind == "docx" else _excel(data, before, after)
    if _read(made, path) != after.source.text:
        raise WriteError(_NOT_MENDED, path=path)
    return made


def _read(data: bytes, path: str) -> str | None:
    try:
        return read_bytes(data, path).source.text
    except ReadError:
        return None


def _word(data: bytes, before: Document, after: Document, now: datetime) -> bytes:
    from gxlint.readers.office.word.reader import WordFile
    from gxlint.writeback.word.changes import with_changes

    file = WordFile(data, before.path)
    if file.package.has_macros:
        raise WriteError(_MACROS, path=before.path)
    return with_changes(file, before, after, now)


def _excel(data: bytes, before: Document, after: Document) -> bytes:
    from gxlint.readers.office.package import Package
    from gxlint.writeback.workbook import with_changes

    package = Package(data, before.path)
    if package.has_macros:
        raise WriteError(_MACROS, path=before.path)
    return with_changes(package, before, after)
