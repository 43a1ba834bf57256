"""Deleting whole lines: with their line ends, and with the blank lines they leave behind at the edge of the text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from gxlint.model import Report
from gxlint.rules import Edit
from gxlint.source import Span

_PADDING = " \t\r|\u3000"


def deletions(report: Report, spans: Iterable[Span]) -> list[Edit]:
    """Edits that delete the lines of these stretches, lines side by side in one.

    Nothing for a stretch that shares a line with other text, and nothing for documents whose lines are not the
    source's own.
    """
    if report.document.kind != "text":
        return []
    numbers: set[int] = set()
    for span in spans:
        numbers.update(_whole(report, span))
    return [Edit(Span(*bounds), "") for bounds in _bounds(report, numbers)]


def _whole(report: Report, span: Span) -> range:
    """The lines a stretch fills; none where something else stands beside it."""
    lines, text = report.document.lines, report.text
    first = _line_at(report, span.start)
    last = _line_at(report, max(span.start, span.end - 1))
    before, after = text[lines[first].start : span.start], text[span.end : lines[last].end]
    return range(first, last + 1) if not (before + after).strip(_PADDING) else range(0)


def _line_at(report: Report, offset: int) -> int:
    return bisect_right(report.document.lines, offset, key=lambda line: line.start) - 1


def _bounds(report: Report, numbers: set[int]) -> list[tuple[int, int]]:
    lines, text = report.document.lines, report.text
    blank = [not text[line.start : line.end].strip(_PADDING) for line in lines]
    bounds: list[tuple[int, int]] = []
    for first, last in _runs(sorted(numbers), blank):
        if all(blank[:first]) or (first and blank[first - 1]):
            last = _over(blank, last, 1)
        if last + 1 == len(lines):
            first = _over(blank, first, -1)
        end = lines[last + 1].start if last + 1 < len(lines) else len(text)
        bounds.append((lines[first].start, end))
    return bounds


def _runs(numbers: list[int], blank: list[bool]) -> Iterator[tuple[int, int]]:
    """Lines with nothing but blank lines between them, as first and last."""
    start = 0
    for index, number in enumerate(numbers):
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        if following is None or not all(blank[number + 1 : following]):
            yield numbers[start], number
            start = index + 1


def _over(blank: list[bool], number: int, step: int) -> int:
    """The last of the blank lines that lie next to a line, in one direction."""
    while 0 <= number + step < len(blank) and blank[number + step]:
        number += step
    return number
