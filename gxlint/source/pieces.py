"""Stretches of a source cut at its line ends."""

from collections.abc import Iterator

from gxlint.source.text import SourceText


def by_line(source: SourceText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a stretch that lie in one line each, without the white space at their ends; none is empty."""
    text = source.text
    for line in range(source.line_of(start), source.line_of(max(start, end - 1)) + 1):
        first, last = source.line_bounds(line)
        first, last = max(first, start), min(last, end)
        piece = text[first:last]
        first += len(piece) - len(piece.lstrip())
        last -= len(piece) - len(piece.rstrip())
        if first < last:
            yield first, last
