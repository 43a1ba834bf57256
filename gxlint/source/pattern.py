"""Regular expressions that are compiled when they are needed.

Compiling one takes a tenth of a millisecond to several, sets of Chinese characters being dearest; most of what rules
look for stands in no report, and one of a few words tells that before anything is compiled.
"""

import re
from collections.abc import Iterator
from sys import maxsize

HAN = r"[^\W\d_A-Za-z]"
"""A Chinese character, or a letter of another script that is not Latin: compiled at once, unlike a range of thousands."""


class Pattern:
    """A regular expression, compiled when it is first asked about a text that one of its words stands in.

    ``words`` are those one of which stands in every match; without any the first text counts.
    """

    __slots__ = ("_compiled", "_source", "_words")

    def __init__(self, source: str, *words: str) -> None:
        self._source, self._words = source, words
        self._compiled: re.Pattern[str] | None = None

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return self._ready().search(text, start, end) if self._may_match(text) else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return self._ready().match(text, start, end) if self._may_match(text) else None

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return self._ready().fullmatch(text, start, end) if self._may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self._ready().finditer(text, start, end) if self._may_match(text) else iter(())

    def sub(self, new: str, text: str) -> str:
        """As ``re.Pattern.sub``."""
        return self._ready().sub(new, text) if self._may_match(text) else text

    def _may_match(self, text: str) -> bool:
        for word in self._words:
            if word in text:
                return True
        return not self._words

    def _ready(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self._source)
        return self._compiled
