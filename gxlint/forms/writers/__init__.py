"""What a report, blank or not, can be written as, by the ending of its file."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from gxlint.forms.pieces import Piece
from gxlint.forms.writers.text import markdown, plain_text

__all__ = ["SHOWN", "WRITERS", "Writer", "markdown", "plain_text", "writer_for"]

Writer: TypeAlias = Callable[[Iterable[Piece]], bytes]


def _docx(pieces: Iterable[Piece]) -> bytes:
    from gxlint.forms.writers.word import docx

    return docx(pieces)


def _xlsx(pieces: Iterable[Piece]) -> bytes:
    from gxlint.forms.writers.excel import xlsx

    return xlsx(pieces)


def _html(pieces: Iterable[Piece]) -> bytes:
    from gxlint.forms.writers.page import html

    return html(pieces)


WRITERS: dict[str, Writer] = {
    ".md": markdown,
    ".markdown": markdown,
    ".txt": plain_text,
    ".docx": _docx,
    ".xlsx": _xlsx,
    ".html": _html,
    ".htm": _html,
}
"""By the ending of the file's name. Whoever can write another kind of file adds it here."""
SHOWN = (".gxr.md", ".gxr.txt", *(ending for ending in WRITERS if ending not in (".markdown", ".htm")))
"""The endings as users are told of them, the usual one first."""


def writer_for(name: str) -> Writer | None:
    """How to write a file of this name; none where nobody knows."""
    lower = name.lower()
    return next((writer for ending, writer in WRITERS.items() if lower.endswith(ending)), None)
