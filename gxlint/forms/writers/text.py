"""Reports as Markdown and as plain text."""

from collections.abc import Iterable

from gxlint.forms.layout import MARKDOWN, PLAIN, Layout, written
from gxlint.forms.pieces import Piece


def markdown(pieces: Iterable[Piece]) -> bytes:
    """A Markdown draft."""
    return _text(pieces, MARKDOWN)


def plain_text(pieces: Iterable[Piece]) -> bytes:
    """Plain text: a paragraph a line, tables as rows of bars."""
    return _text(pieces, PLAIN)


def _text(pieces: Iterable[Piece], layout: Layout) -> bytes:
    return f"{written(pieces, layout)}\n".encode()
