"""Quiet at the caret: what is wrong with a row or a sentence is not said while that is being typed."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from gxlint.lsp.columns import Columns
from gxlint.lsp.text import Change, Text
from gxlint.source import Span

# An input method commits some words at a time; what is longer was pasted.
_MOST_TYPED = 24
_CELLS = re.compile(r"[|\t│┃]")
_STOPS = re.compile(r"[。；！？;!?]")


class Caret(NamedTuple):
    """Line and column, in code points."""

    line: int
    column: int


def caret_after(changes: Sequence[Change], before: Text, columns: Columns) -> Caret | None:
    """Where the caret stands after these changes if they were typed; none if they were not."""
    if len(changes) != 1:
        return None
    (change,) = changes
    if change.start is None or change.end is None or len(change.text) > _MOST_TYPED:
        return None
    first, last = sorted((before.clipped(change.start, columns), before.clipped(change.end, columns)))
    if last[0] - first[0] > 1 or (last[0] == first[0] and last[1] - first[1] > _MOST_TYPED):
        return None
    added = Text.of(change.text).lines
    column = len(added[-1]) if len(added) > 1 else first[1] + len(change.text)
    return Caret(first[0] + len(added) - 1, column)


def being_typed(text: Text, caret: tuple[int, int]) -> Span:
    """The stretch of the text, as offsets, that is not finished: the row of a table, or else the sentence."""
    line, column = min(caret[0], len(text.lines) - 1), caret[1]
    start = sum(map(len, text.lines[:line]))
    body = text.body(line)
    if _CELLS.search(body):
        return Span(start, start + len(body))
    stops = [match.end() for match in _STOPS.finditer(body)]
    begin = max((stop for stop in stops if stop < column), default=0)
    end = min((stop for stop in stops if stop >= column), default=len(body))
    return Span(start + begin, start + end)


def disturbs(start: int, end: int, typed: Span) -> bool:
    """Whether a finding between these offsets is on what is being typed."""
    return start <= typed.end and end >= typed.start and (start, end) != (0, 0)
