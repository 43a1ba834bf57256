"""A sentence of a paragraph, with its tokens and its tree."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TypedDict

from gxlint.facts.forms import Word
from gxlint.facts.tree import Parsed, Tree, parse
from gxlint.model import Paragraph
from gxlint.source.record import Record

_ENDS = re.compile(r"[。!?\n]+[”』」)》]*")
_LONGEST = 2000


class Place(TypedDict):
    """Where a fact stands, as its constructor takes it."""

    paragraph: Paragraph
    section: str
    start: int
    end: int


class Sentence(Record):
    """A sentence. Places of its words count from ``offset`` in the paragraph; ``year`` is the report's."""

    paragraph: Paragraph
    section: str
    year: int | None
    offset: int
    text: str
    parsed: Parsed

    @property
    def words(self) -> tuple[Word, ...]:
        """The tokens."""
        return self.parsed.words

    @property
    def tree(self) -> Tree:
        """The tree over the tokens."""
        return self.parsed.tree

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of the sentence, for the making of a fact."""
        return {
            "paragraph": self.paragraph,
            "section": self.section,
            "start": self.offset + start,
            "end": self.offset + end,
        }


def sentences(paragraph: Paragraph, section: str, year: int | None) -> Iterator[Sentence]:
    """The sentences of a paragraph that hold any token."""
    for offset, text, parsed in _cut(paragraph.text):
        yield Sentence(paragraph, section, year, offset, text, parsed)


@lru_cache(maxsize=2048)
def _cut(text: str) -> tuple[tuple[int, str, Parsed], ...]:
    """The sentences of a text: where they begin, what they say, and that parsed."""
    found = []
    begin = 0
    for end in _ends(text):
        if (parsed := parse(text[begin:end])).words:
            found.append((begin, text[begin:end], parsed))
        begin = end
    return tuple(found)


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
