"""Deleting whole lines: with their line ends, and with the blank lines they leave behind at the edge of the text."""

from bisect import bisect_right
from collections.abc import Iterable

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
    number = 0
    while number < len(lines):
        if number not in numbers:
            number += 1
            continue
        first = last = number
        while last + 1 < len(lines) and _goes_on(last + 1, numbers, blank):
            last += 1
        if all(blank[:first]) or (last + 1 < len(lines) and first and blank[first - 1]):
            while last + 1 < len(lines) and blank[last + 1]:
                last += 1
        if last + 1 == len(lines):
            while first and blank[first - 1]:
                first -= 1
        end = lines[last + 1].start if last + 1 < len(lines) else len(text)
        bounds.append((lines[first].start, end))
        number = last + 1
    return bounds


def _goes_on(number: int, numbers: set[int], blank: list[bool]) -> bool:
    """Whether a run of lines goes on here: with one of them, or with blank lines before the next one."""
    while number < len(blank) and blank[number] and number not in numbers:
        number += 1
    return number in numbers
