"""Plain text and Markdown: the text itself, line by line."""

import re
from itertools import accumulate

from gxlint.readers.comments import without_comments
from gxlint.readers.document import Document, Line
from gxlint.source import SourceText
from gxlint.source.view import normalise


def read_plain(source: SourceText, path: str = "") -> Document:
    """A document over a text as it stands; every line of the source is a line of the view."""
    view = normalise(without_comments(source.text))
    return Document(path, source, view, tuple(_lines(view.text)), "text")


def _lines(text: str) -> list[Line]:
    if "\r" in text:
        ends = [match.span() for match in re.finditer(r"\r\n|\n|\r", text)]
        begins = [0, *(end for _, end in ends)]
        stops = [*(begin for begin, _ in ends), len(text)]
        return [Line(begin, stop) for begin, stop in zip(begins, stops, strict=True)]
    # One call for all of them: this is done for every line of every text.
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    return list(map(Line, starts, [start - 1 for start in starts[1:]]))
