"""The words of a paragraph as its writer wrote them, on one line."""

from gxlint.model import Paragraph
from gxlint.readers import Document
from gxlint.readers.written import characters_of


def paragraph_words(document: Document, paragraph: Paragraph) -> str:
    """What a paragraph says, lines that were wrapped joined again."""
    if document.verbatim:
        return paragraph.text
    return characters_of(document, (paragraph.place(at, at + 1).start for at in range(len(paragraph.text))))
