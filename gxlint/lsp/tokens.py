"""What the stretches of a report are, in the numbers that the protocol has for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from lsprotocol import types

from gxlint.source.pieces import by_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.lsp.columns import Columns
    from gxlint.lsp.reading import Reading
    from gxlint.model import Report
    from gxlint.readers import Document
    from gxlint.reporters.stretches import Kind, Stretch

# Types that every editor has a colour for, and what is marked by them.
_TYPES: Final[dict[Kind, types.SemanticTokenTypes]] = {
    "heading": types.SemanticTokenTypes.Namespace,
    "label": types.SemanticTokenTypes.Property,
    "column": types.SemanticTokenTypes.Parameter,
    "number": types.SemanticTokenTypes.Number,
    "citation": types.SemanticTokenTypes.String,
    "document_number": types.SemanticTokenTypes.Type,
    "date": types.SemanticTokenTypes.EnumMember,
    "blank": types.SemanticTokenTypes.Variable,
}
_MAIN, _TOTAL = types.SemanticTokenModifiers.Declaration.value, "total"
LEGEND = types.SemanticTokensLegend([kind.value for kind in _TYPES.values()], [_MAIN, _TOTAL])
_NUMBERS = {kind: number for number, kind in enumerate(_TYPES)}


async def tokens(reading: Reading, start: int = 0, end: int | None = None) -> list[int]:
    """The tokens of a document, or of a part of its source."""
    return await reading.worked_out(
        partial(_tokens, reading.report, reading.server.client.columns, start, end)
    )


def _tokens(report: Report, columns: Columns, start: int, end: int | None) -> list[int]:
    from gxlint.reporters.stretches import stretches  # brings what the analysis has brought already

    return encoded(report.document, report.once(stretches), columns, start, end)


def encoded(
    document: Document, found: Iterable[Stretch], columns: Columns, start: int = 0, end: int | None = None
) -> list[int]:
    """The stretches as the protocol wants them, five numbers each, every one within a line.

    Args:
        document: what they are stretches of.
        found: in text order, without overlaps.
        columns: how the client counts.
        start: where the part of the source that is wanted begins.
        end: where it ends; the end of all where there is none.
    """
    source = document.source
    data: list[int] = []
    line = before = 0  # where the last token begins: its line, and its offset or that of a later line
    for begin, stop, kind in _pieces(document, found, start, len(source.text) if end is None else end):
        here = source.line_of(begin)
        base = before if here == line else source.line_starts[here]
        data += (
            here - line,
            columns.outward(source.text[base:begin]),
            columns.outward(source.text[begin:stop]),
            _NUMBERS[kind.kind],
            kind.main | kind.total << 1,
        )
        line, before = here, begin
    return data


def _pieces(
    document: Document, found: Iterable[Stretch], start: int, end: int
) -> Iterator[tuple[int, int, Stretch]]:
    """Stretches of the source, none longer than its line, in order. What markup interrupts is left out."""
    view, source, at = document.view, document.source, 0
    marked_up = document.kind == "html"
    for item in found:
        begin, stop = view.source_span(item.span)
        if stop <= start or begin >= end or begin < at:
            continue
        if marked_up and "<" in source.text[begin:stop]:
            continue
        for first, last in by_line(source, begin, stop):
            yield first, last, item
        at = stop
