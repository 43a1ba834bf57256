"""Which of the documents that a client opens are checked."""

import os
from functools import cache
from typing import Literal, TypeAlias

Interest: TypeAlias = Literal["always", "report", "never"]
"""``report``: checked only if it looks like a report."""

LANGUAGE = "gxreport"
HTML = "html"
_OWN_MARK = ".gxr."
_LANGUAGES = ("plaintext", "text", "markdown", HTML)
_ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm")
# What every report says of itself, in simplified and traditional characters.
_WORDS = ("信息公开", "信息公開", "資訊公開")
_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5")


def interest_in(path: str, language: str, *, detect: bool) -> Interest:
    """What a document is to us by its name and the language that the editor takes it for."""
    name = os.path.basename(path).lower()
    if language == LANGUAGE or _OWN_MARK in name:
        return "always"
    if detect and (language in _LANGUAGES or name.endswith(_ENDINGS)):
        return "report"
    return "never"


def may_be_report(text: str) -> bool:
    """Whether it is worth while to look more closely; takes no time."""
    return any(word in text for word in _WORDS)


def may_be_report_file(data: bytes) -> bool:
    """The same for what is in a file, in whatever encoding."""
    return any(word in data for word in _encoded_words())


@cache
def _encoded_words() -> tuple[bytes, ...]:
    found = {word.encode(encoding, "ignore") for word in _WORDS for encoding in _ENCODINGS}
    return tuple(word for word in found if len(word) >= 2 * len(_WORDS[0]))
