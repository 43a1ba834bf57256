"""Places and paths as other programs count and write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gxlint.reporters.record import Diagnostic


class Place(NamedTuple):
    """Lines and columns from 1, columns in characters. ``end_column`` is the one after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int | None


def place_of(diagnostic: Diagnostic) -> Place:
    """Where a finding stands. Its end column is known only where it ends on the line it begins on."""
    line, end_line = diagnostic.range.line + 1, diagnostic.range.end_line + 1
    column, excerpt = diagnostic.column + 1, diagnostic.excerpt
    end = column + excerpt.end - excerpt.start if excerpt and line == end_line else None
    return Place(line, column, end_line, end)


def plain_path(path: str) -> str:
    """A path with ``/`` between folders, without ``./`` before it."""
    path = path.replace("\\", "/")
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path
