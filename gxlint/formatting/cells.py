"""Another text for a cell of figures, so that the columns of its table stay where they are."""

from gxlint.formatting.bars import bar_places
from gxlint.model import Cell, Report
from gxlint.readers.edits import SourceEdit
from gxlint.source import SourceText
from gxlint.source.width import display_width


def with_text(report: Report, cell: Cell, text: str) -> SourceEdit | None:
    """What puts a text into a cell of a report in plain text.

    The spaces in the cell are used up or added to, as far as they go. None where a blank cell has no place of its own.
    """
    source = report.document.source
    start, end = report.document.view.source_span(cell.span)
    if start < end:
        return _instead(source, start, end, text)
    return _into(source, start, text)


def _instead(source: SourceText, start: int, end: int, text: str) -> SourceEdit:
    """Another text in the place of the one that stands there."""
    behind = source.text[end : source.line_bounds(source.line_of(end))[1]]
    spare = len(behind) - len(behind.lstrip(" ")) if behind.strip() else 0
    more = display_width(text) - display_width(source.text[start:end])
    if more > 0:
        return SourceEdit(start, end + min(more, max(0, spare - 1)), text)
    return SourceEdit(start, end, text + " " * -more if spare else text)


def _into(source: SourceText, place: int, text: str) -> SourceEdit | None:
    """A text in a cell in which there is none."""
    begin, stop = source.line_bounds(source.line_of(place))
    line = source.text[begin:stop]
    bars = bar_places(line)
    if not bars:
        return None
    if not line[: bars[0]].strip() and len(bars) == 1 and not line[bars[0] + 1 :].strip():
        return SourceEdit(begin, begin + bars[0], f"{text} ")  # a line of its own for the cell: a bar ends it
    before = max((bar + 1 for bar in bars if begin + bar < place), default=0)
    behind = min((bar for bar in bars if begin + bar >= place), default=len(line))
    if line[before:behind].strip():
        return None
    if behind == len(line):
        return SourceEdit(begin + before, stop, f" {text}")
    filled = f" {text} " if before else f"{text} "
    return SourceEdit(begin + before, begin + behind, filled.ljust(behind - before))
