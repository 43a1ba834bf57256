"""From a file, or its bytes, to a document: looks what it is and hands it to the reader for that."""

import os
from collections.abc import Callable, Mapping
from typing import IO

from gxlint.readers import errors
from gxlint.readers.document import Document
from gxlint.readers.errors import ReadError, Words
from gxlint.readers.kinds import BINARY, binary_kind, declared_encoding, text_kind
from gxlint.readers.plain import read_plain
from gxlint.source import SourceText
from gxlint.source.decode import DecodeError, decode
from gxlint.source.refusals import refusal

LIMIT = 64 << 20
"""Bytes a file may have. Reports have some tens of thousands; what is larger was chosen by mistake."""


def read_path(path: str) -> Document:
    """Read a file.

    Raises:
        ReadError: it is missing, a folder, too large, no text, or of a kind that nothing reads.
    """
    return read_bytes(data_of(path), path)


def data_of(path: str) -> bytes:
    """What a file holds.

    Raises:
        ReadError: it is missing, a folder, too large, or cannot be read.
    """
    try:
        with open(path, "rb") as stream:
            return _limited(stream, path)
    except FileNotFoundError:
        raise ReadError(errors.MISSING, {"path": path}) from None
    except IsADirectoryError:
        raise ReadError(errors.FOLDER, {"path": path}) from None
    except PermissionError:
        # On Windows, opening a folder is a question of permission.
        problem = errors.FOLDER if os.path.isdir(path) else errors.FORBIDDEN
        raise ReadError(problem, {"path": path}) from None
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte
        raise ReadError(errors.UNREADABLE, {"path": path, "reason": Words(*refusal(error))}) from None


def read_bytes(data: bytes, name: str) -> Document:
    """Read what a file named ``name`` holds.

    Raises:
        ReadError: too large, empty, no text, or of a kind that nothing reads.
    """
    if len(data) > LIMIT:
        raise ReadError(errors.TOO_LARGE, {"path": name, "limit": LIMIT >> 20})
    if (kind := binary_kind(data, name)) is not None:
        if kind in _CONVERTED:
            # Its places lead into the converted file, so that nothing can be written back to this one.
            return read_bytes(modern(data, name), name).replaced(kind=kind)
        return _BINARY_READERS.get(kind, _not_read_yet(kind))(data, name)
    text, encoding = _decoded(data, name)
    document = read_text(SourceText(text, encoding), name)
    if not document.text.strip():
        raise ReadError(errors.EMPTY, {"path": name})
    return document


def modern(data: bytes, name: str) -> bytes:
    """What a file holds; a document of an old or foreign kind as one of today's, where LibreOffice is installed.

    Raises:
        ReadError: it is of such a kind and cannot be converted.
    """
    kind = binary_kind(data, name)
    if kind not in _CONVERTED:
        return data
    from gxlint.readers.libreoffice import converted

    return converted(data, kind, name, BINARY[kind].name)


def read_text(source: SourceText, name: str) -> Document:
    """Read a text as it stands in an editor, by the reader for its content.

    Never fails; the document may be empty.
    """
    return _TEXT_READERS[text_kind(source.text, name)](source, name)


def _limited(stream: IO[bytes], path: str) -> bytes:
    if os.fstat(stream.fileno()).st_size <= LIMIT:
        data = stream.read(LIMIT + 1)  # a pipe or a device does not say how large it is
        if len(data) <= LIMIT:
            return data
    raise ReadError(errors.TOO_LARGE, {"path": path, "limit": LIMIT >> 20})


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    try:
        return decode(data, declared_encoding(data))
    except DecodeError as error:
        if error.reason == "damaged":
            raise ReadError(
                errors.DAMAGED, {"path": name, "encoding": error.encoding, "line": error.line}
            ) from None
        problem = errors.NOT_TEXT if error.reason == "binary" else errors.UNKNOWN_ENCODING
        raise ReadError(problem, {"path": name}) from None


BinaryReader = Callable[[bytes, str], Document]
TextReader = Callable[[SourceText, str], Document]


def _not_read_yet(kind: str) -> BinaryReader:
    def refuse(_data: bytes, name: str) -> Document:
        binary = BINARY[kind]
        if kind == "locked":
            raise ReadError(errors.LOCKED, {"path": name})
        raise ReadError(errors.NOT_READ_YET, {"path": name, "kind": binary.name, "advice": binary.advice})

    return refuse


def _read_html(source: SourceText, name: str) -> Document:
    from gxlint.readers.html import read_html

    return read_html(source, name)


def _read_tagged(source: SourceText, name: str) -> Document:
    from gxlint.readers.html import read_html

    return read_html(source, name, keep_lines=True)


def _read_docx(data: bytes, name: str) -> Document:
    from gxlint.readers.office.word import read_docx

    return read_docx(data, name)


def _read_xlsx(data: bytes, name: str) -> Document:
    from gxlint.readers.office.excel import read_xlsx

    return read_xlsx(data, name)


def _read_pdf(data: bytes, name: str) -> Document:
    from gxlint.readers.pdf import read_pdf

    return read_pdf(data, name)


# A new reader is one line in one of these. They import their libraries late: most files are plain text.
_TEXT_READERS: Mapping[str, TextReader] = {"text": read_plain, "html": _read_html, "tagged": _read_tagged}
_CONVERTED = ("doc", "rtf", "odt", "xls", "ods")
_BINARY_READERS: Mapping[str, BinaryReader] = {"docx": _read_docx, "xlsx": _read_xlsx, "pdf": _read_pdf}
