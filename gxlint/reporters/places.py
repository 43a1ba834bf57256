"""Places and paths as other programs count and write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gxlint.reporters.words import say

if TYPE_CHECKING:
    from gxlint.readers.places import Place as FilePlace
    from gxlint.reporters.record import Diagnostic, RelatedRecord


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


def spot(found: Diagnostic | RelatedRecord, lang: str) -> str:
    """Where something stands: line and column, or in a file without lines the paragraph or cell."""
    if found.place is not None:
        return spoken_place(found.place, lang)
    return f"{found.range.line + 1}:{found.column + 1}"


def with_spot(diagnostic: Diagnostic, lang: str) -> str:
    """The message, for programs that show lines only; in a file without lines the place stands before it."""
    if diagnostic.place is None:
        return diagnostic.message
    return f"{spoken_place(diagnostic.place, lang)}{say(lang, ':', ': ')}{diagnostic.message}"


def spoken_place(place: FilePlace, lang: str) -> str:
    """``第 2 页第 1 个表第 3 行第 2 格``, ``工作表“表二” B5``."""
    said = [say(lang, *_PLACES[key], n=value) for key, value in place.as_dict().items()]
    return ("" if lang != "en" else ", ").join(said)


_PLACES = {
    "page": ("第 {n} 页", "page {n}"),
    "sheet": ("工作表“{n}” ", "sheet “{n}”"),
    "paragraph": ("第 {n} 段", "paragraph {n}"),
    "line": ("第 {n} 行", "line {n}"),
    "table": ("第 {n} 个表", "table {n}"),
    "row": ("第 {n} 行", "row {n}"),
    "column": ("第 {n} 格", "cell {n}"),
    "cell": ("{n}", "{n}"),
}


def plain_path(path: str) -> str:
    """A path with ``/`` between folders, without ``./`` before it."""
    path = path.replace("\\", "/")
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path
