"""The words of a report as its writer wrote them, without what surrounds them in the file.

The view compares texts; what is written anew has to keep full-width punctuation and traditional characters.
"""

from collections.abc import Iterable

from gxlint.model import Paragraph
from gxlint.readers import Document
from gxlint.source import Span

# The view has one character for all of these. In a source they may be anything: a line that was wrapped, a tag.
_MARKS = frozenset("|¦ ")


def words_of(document: Document, span: Span) -> str:
    """What stands in a stretch of the text, white space as in the view."""
    return _written(document, range(span.start, span.end))


def paragraph_words(document: Document, paragraph: Paragraph) -> str:
    """What a paragraph says, lines that were wrapped joined again."""
    if document.verbatim:
        return paragraph.text
    return _written(document, (paragraph.place(at, at + 1).start for at in range(len(paragraph.text))))


def _written(document: Document, places: Iterable[int]) -> str:
    return "".join(_character(document, at) for at in places)


def _character(document: Document, at: int) -> str:
    """A character of the view as the source has it; as the view has it where the source spells it out, as ``&lt;``."""
    char = document.text[at]
    source = document.raw(Span(at, at + 1))
    return char if len(source) != 1 or char in _MARKS or source.isspace() else source
