"""What a blank report can be written as, by the ending of its file."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from gxlint.forms.layout import MARKDOWN, PLAIN, Layout, written
from gxlint.forms.pieces import Piece

Writer: TypeAlias = Callable[[Iterable[Piece]], bytes]


def markdown(pieces: Iterable[Piece]) -> bytes:
    """A Markdown draft."""
    return _text(pieces, MARKDOWN)


def plain_text(pieces: Iterable[Piece]) -> bytes:
    """Plain text: a paragraph a line, tables as rows of bars."""
    return _text(pieces, PLAIN)


def _text(pieces: Iterable[Piece], layout: Layout) -> bytes:
    return f"{written(pieces, layout)}\n".encode()


WRITERS: dict[str, Writer] = {
    ".md": markdown,
    ".markdown": markdown,
    ".txt": plain_text,
}
"""By the ending of the file's name. Whoever can write another kind of file adds it here."""
SHOWN = (".gxr.md", ".gxr.txt", *(ending for ending in WRITERS if ending != ".markdown"))
"""The endings as users are told of them, the usual one first."""


def writer_for(name: str) -> Writer | None:
    """How to write a file of this name; none where nobody knows."""
    lower = name.lower()
    return next((writer for ending, writer in WRITERS.items() if lower.endswith(ending)), None)
