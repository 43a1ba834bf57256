"""Does a word occur in a text at all? Asked a few hundred times a report, so it has to cost next to nothing.

A text's pairs of neighbouring characters are gathered once, as numbers. A word of which one pair is not among them does
not occur; only for the others the text is searched.
"""

from array import array
from functools import cache, cached_property
from itertools import pairwise
from sys import byteorder

_UNIT = 2  # bytes of a character in UTF-16; those beyond U+FFFF count as two, which does no harm here


class Presence:
    """A text, and what can be asked of it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def pairs(self) -> frozenset[int]:
        """The pairs of neighbouring characters, as numbers."""
        code = self.text.encode("utf-16-le", "surrogatepass")
        pairs = set(_numbers(code))
        pairs.update(_numbers(code[_UNIT:]))
        return frozenset(pairs)

    def has(self, word: str) -> bool:
        """Whether a word occurs."""
        return pairs_of(word) <= self.pairs and word in self.text

    def has_any(self, words: tuple[str, ...]) -> bool:
        """Whether one of several words occurs."""
        return any(map(self.has, words))


@cache
def pairs_of(word: str) -> frozenset[int]:
    """The pairs of neighbouring characters of a word, as numbers; none for a single character."""
    return frozenset(pair_number(*pair) for pair in pairwise(word) if max(pair) <= "\uffff")


def pair_number(one: str, other: str) -> int:
    """Two characters, none beyond U+FFFF, as the number they make in memory."""
    return ord(one) | ord(other) << 8 * _UNIT


def _numbers(code: bytes) -> "array[int]":
    """Two characters of UTF-16 each, as numbers."""
    numbers = array("I", code[: len(code) // (2 * _UNIT) * 2 * _UNIT])
    if byteorder == "big":
        numbers.byteswap()
    return numbers
