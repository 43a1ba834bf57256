"""Bytes to text: which encoding a file is written in.

Strict: a text is never read with replacement characters. GB18030 and UTF-16 accept much that was never meant
as such, so what they make of the bytes has to look like Chinese before it is believed.
"""

import codecs
import re
from functools import cache
from typing import Literal

__all__ = ["DecodeError", "decode"]

# The names are Python's, so that ``text.encode(encoding)`` writes the same file again. UTF-32 stands before
# UTF-16, whose mark it begins with.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What pages declare and browsers take it for. Others are not believed: ``iso-8859-1`` fits any bytes and says
# nothing.
_DECLARED = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "gb18030", "cp936", "hz-gb-2312"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "cp950"),
}
_SAMPLE = 1 << 16
_LIKELY = 0.4
_FEW = 0.005


class DecodeError(ValueError):
    """The bytes are no text in any encoding we know.

    Attributes:
        reason: ``binary`` where it is no text at all, ``damaged`` where it is one with broken bytes, else
            ``unknown``.
        encoding: for ``damaged``, what it is otherwise written in.
        line: for ``damaged``, the line of the first broken byte, from 1.
    """

    def __init__(
        self, reason: Literal["binary", "damaged", "unknown"], encoding: str = "", line: int = 0
    ) -> None:
        super().__init__(reason, encoding, line)
        self.reason = reason
        self.encoding = encoding
        self.line = line


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text in these bytes, without byte order mark, and the encoding it is in (a Python codec's name).

    Args:
        data: the whole file.
        declared: what the file itself says its encoding is, if it does. Believed only where the result makes
            sense.

    Raises:
        DecodeError: no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding), encoding
    if declared is not None and (text := _as_declared(data, declared)) is not None:
        return text, _DECLARED[declared.strip().lower()]
    if b"\0" in data:
        return _with_zeros(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _without_utf8(data, error)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(data, encoding.removesuffix("-sig"), error.start) from None


def _as_declared(data: bytes, declared: str) -> str | None:
    encoding = _DECLARED.get(declared.strip().lower())
    text = _attempt(data, encoding) if encoding is not None else None
    return text if text is not None and (text.isascii() or _likeness(text) >= _LIKELY) else None


def _with_zeros(data: bytes) -> tuple[str, str]:
    if (found := _likely(data, ("utf-16-le", "utf-16-be"))) is not None:
        return found
    text = _attempt(data, "utf-8")
    if text is None or len(_no_text().findall(text)) > _FEW * len(text):
        raise DecodeError("binary")
    return text, "utf-8"


def _without_utf8(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    # First, because GB18030 would make something of a UTF-8 file with one broken byte.
    if _nearly(data.decode("utf-8", "replace")):
        raise _damaged(data, "utf-8", error.start)
    if (found := _likely(data, ("gb18030", "utf-16-le", "utf-16-be"))) is not None:
        return found
    text = data.decode("gb18030", "replace")
    if _nearly(text) and _likeness(text.replace("\ufffd", "")) >= _LIKELY:
        _strictly(data, "gb18030")
    raise DecodeError("unknown")


def _likely(data: bytes, encodings: tuple[str, ...]) -> tuple[str, str] | None:
    for encoding in encodings:
        if (text := _attempt(data, encoding)) is not None and _likeness(text) >= _LIKELY:
            return text, encoding
    return None


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _nearly(text: str) -> bool:
    """Whether few of the characters that are not ASCII are replacements."""
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") * 5 < foreign


def _likeness(text: str) -> float:
    """How much of what is not ASCII is everyday Chinese, 0 to 1.

    Everyday are the 3755 characters of GB 2312's first level and Chinese punctuation. Wrongly decoded bytes
    spread over all of Unicode and hit them seldom, traditional text does so in two of three characters.
    """
    text = text[:_SAMPLE]
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if len(_no_text().findall(text)) > _FEW * len(text):
        return 0.0
    if not foreign:
        return 1.0
    return len(_everyday().findall(text.encode("gb2312", "ignore"))) / foreign


def _damaged(data: bytes, encoding: str, at: int) -> DecodeError:
    return DecodeError("damaged", encoding.upper(), data.count(b"\n", 0, at) + 1)


# Only files that are not UTF-8 need these.
@cache
def _no_text() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff\U000e1000-\U0010ffff]")


@cache
def _everyday() -> re.Pattern[bytes]:
    return re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")
