"""A rule's page for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.formats import Source
    from gxlint.reporters.pages.page import Page, Part

_INDENT = "    "


def terminal(page: Page) -> str:
    """The page as plain text."""
    blocks = [page.title, *("\n".join(_part(part)) for part in page.parts)]
    return "\n\n".join(blocks)


def _part(part: Part) -> Iterator[str]:
    indent = _INDENT if part.heading else ""
    if part.heading:
        yield part.heading
    for line in part.lines:
        yield (indent + line).rstrip()
    for source in part.sources:
        yield from (indent + line for line in _source(source))


def _source(source: Source) -> Iterator[str]:
    yield " ".join(filter(None, (source.title, source.number, source.article, source.date)))
    if source.url:
        yield source.url
