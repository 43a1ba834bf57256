"""Does a word occur in a text at all? Asked a few hundred times a report, so it has to cost next to nothing.

A text's pairs of neighbouring characters are gathered once, as numbers. A word of which one pair is not among them does
not occur; only for the others the text is searched.
"""

from functools import cache
from sys import byteorder

_UNIT = 2  # bytes of a character in UTF-16; those beyond U+FFFF count as two, which does no harm here


class Presence:
    """A text, and what can be asked of it."""

    __slots__ = ("pairs", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        code = memoryview(_coded(text))
        self.pairs = frozenset((*_numbers(code), *_numbers(code[_UNIT:])))

    def has(self, word: str) -> bool:
        """Whether a word occurs."""
        return pairs_of(word) <= self.pairs and word in self.text

    def has_any(self, words: tuple[str, ...]) -> bool:
        """Whether one of several words occurs."""
        return any(map(self.has, words))


@cache
def pairs_of(word: str) -> frozenset[int]:
    """The pairs of neighbouring characters of a word, as numbers; none for a single character."""
    code = _coded(word)
    return frozenset(pair_number(code[at : at + 2 * _UNIT]) for at in range(0, len(code) - _UNIT, _UNIT))


def pair_number(code: bytes) -> int:
    """Two characters in UTF-16 as one number, as this machine reads them."""
    return int.from_bytes(code, byteorder)


def _coded(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _numbers(code: memoryview) -> memoryview:
    """Two characters each, as numbers."""
    return code[: len(code) // (2 * _UNIT) * 2 * _UNIT].cast("I")
