"""The words of a document as its writer wrote them, without the markup that surrounds them in the file.

The view compares texts; what is shown or written anew has to keep full-width punctuation and traditional characters.
"""

from collections.abc import Iterable

from gxlint.readers.document import Document
from gxlint.source import Span

# The view has one character for all of these. In a source they may be anything: a line that was wrapped, a tag.
_MARKS = frozenset("|¦ ")


def words_of(document: Document, span: Span) -> str:
    """What stands in a stretch of the view's text, white space as in the view."""
    return characters_of(document, range(span.start, span.end))


def characters_of(document: Document, places: Iterable[int]) -> str:
    """The characters at these places of the view's text, joined."""
    return "".join(_character(document, at) for at in places)


def _character(document: Document, at: int) -> str:
    """A character of the view as the source has it; as the view has it where the source spells it out, as ``&lt;``."""
    char = document.text[at]
    source = document.raw(Span(at, at + 1))
    return char if len(source) != 1 or char in _MARKS or source.isspace() else source
