"""Reports as web pages in the look of official documents, each one file that needs nothing else."""

from collections.abc import Iterable, Iterator

from gxlint.forms.grid import Grid, GridCell, head_rows
from gxlint.forms.layout import advice_comment
from gxlint.forms.markup import Markup, joined, tag, text
from gxlint.forms.pieces import Kind, Piece
from gxlint.forms.writers.page_style import STYLE

_TAGS: dict[Kind, tuple[str, str | None]] = {
    "title": ("h1", None),
    "heading": ("h2", None),
    "subheading": ("h3", None),
    "paragraph": ("p", None),
    "signature": ("p", "signature"),
}


def html(pieces: Iterable[Piece]) -> bytes:
    """A whole page; advice stands in comments."""
    pieces = list(pieces)
    title = next((piece.text for piece in pieces if piece.kind == "title"), "政府信息公开工作年度报告")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Markup(STYLE)),
    )
    body = joined(*(line for piece in pieces for line in (_piece(piece), Markup("\n"))))
    page = tag("html", head, Markup("\n"), tag("body", tag("main", Markup("\n"), body)), lang="zh-CN")
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _piece(piece: Piece) -> Markup:
    if piece.kind == "table":
        return _table(piece.grid or [])
    if piece.kind == "advice":
        return Markup(advice_comment(text(piece.text)))
    name, style = _TAGS[piece.kind]
    return tag(name, text(piece.text), class_=style)


def _table(grid: Grid) -> Markup:
    head = head_rows(grid)
    parts = [
        tag(name, *_rows(rows)) for name, rows in (("thead", grid[:head]), ("tbody", grid[head:])) if rows
    ]
    return tag("div", tag("table", *parts), class_="table")


def _rows(grid: Grid) -> Iterator[Markup]:
    for row in grid:
        yield joined(tag("tr", *map(_cell, row)), Markup("\n"))


def _cell(cell: GridCell) -> Markup:
    return tag(
        "td" if cell.figure else "th",
        text(cell.text),
        colspan=cell.colspan if cell.colspan > 1 else None,
        rowspan=cell.rowspan if cell.rowspan > 1 else None,
    )
