"""A sentence of a paragraph, with its tokens and its tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from gxlint.facts.forms import Word
from gxlint.facts.tree import Tree, parse
from gxlint.model import Paragraph

_ENDS = re.compile(r"[。!?\n]+[”』」)》]*")
_LONGEST = 2000


class Place(TypedDict):
    """Where a fact stands, as its constructor takes it."""

    paragraph: Paragraph
    section: str
    start: int
    end: int


@dataclass(slots=True)
class Sentence:
    """A sentence. Places of its words count from ``offset`` in the paragraph; ``year`` is the report's."""

    paragraph: Paragraph
    section: str
    offset: int
    text: str
    words: tuple[Word, ...]
    tree: Tree
    year: int | None

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of the sentence, for the making of a fact."""
        return {
            "paragraph": self.paragraph,
            "section": self.section,
            "start": self.offset + start,
            "end": self.offset + end,
        }


def sentences(paragraph: Paragraph, section: str, year: int | None) -> Iterator[Sentence]:
    """The sentences of a paragraph."""
    begin = 0
    text = paragraph.text
    for end in _ends(text):
        part = text[begin:end]
        words, tree = parse(part)
        yield Sentence(paragraph, section, begin, part, words, tree, year)
        begin = end


def _ends(text: str) -> Iterator[int]:
    """Where sentences end; one that never does is cut, so that nobody waits for it."""
    begin = 0
    for end in [*(match.end() for match in _ENDS.finditer(text)), len(text)]:
        while end - begin > _LONGEST:
            begin += _LONGEST
            yield begin
        if end > begin:
            yield end
        begin = max(begin, end)
