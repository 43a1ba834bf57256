"""Puts a draft together: its parts in order, each table written by the layout's own hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from gxlint.forms.grid import Grid
from gxlint.testing.bars import pipe_rows
from gxlint.testing.forms import Draft
from gxlint.testing.grid import grid_of

Kind = Literal["title", "paragraph", "heading", "subheading", "table", "signature"]


@dataclass(frozen=True)
class Part:
    """A piece of the report; ``grid`` is set for tables only."""

    kind: Kind
    text: str
    grid: Grid


def parts(draft: Draft) -> Iterator[Part]:
    """All pieces in reading order."""
    if draft.title:
        yield Part("title", draft.title, [])
    for text in draft.preamble:
        yield Part("paragraph", text, [])
    for section in draft.sections:
        yield Part("heading", section.heading, [])
        for text in section.paragraphs:
            yield Part("subheading" if _is_subheading(text) else "paragraph", text, [])
        if section.table in draft.tables:
            yield Part("table", "", grid_of(draft, section.table))
    for text in draft.signature:
        yield Part("signature", text, [])


def _is_subheading(text: str) -> bool:
    return text.startswith("(") and len(text) < 20


def written(
    draft: Draft,
    table: Callable[[Grid], str],
    *,
    prose: Callable[[Part], str] = lambda part: part.text,
    gap: str = "\n",
) -> str:
    """The report as one text: every part on a line of its own unless ``gap`` says otherwise."""
    return gap.join(table(part.grid) if part.kind == "table" else prose(part) for part in parts(draft)) + "\n"


def report_text(draft: Draft) -> str:
    """The report as plain text, its tables as rows of bars."""
    return written(draft, pipe_rows)
