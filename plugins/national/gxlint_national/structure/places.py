"""Where to point when what is missing has no place of its own."""

from gxlint.model import Report
from gxlint.source import Span


def first_line(report: Report) -> Span:
    """The first line of the report itself, web furniture left out."""
    if report.preamble:
        first = report.preamble[0].span
    elif report.sections:
        first = report.sections[0].heading.span
    else:
        start = len(report.text) - len(report.text.lstrip())
        first = Span(start, len(report.text))
    line = report.text[first.start : first.end].partition("\n")[0].partition("\r")[0]
    return Span(first.start, first.start + len(line))
