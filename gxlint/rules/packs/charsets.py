"""Sets of characters, as patterns of rule packs name them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LAST = 0x10FFFF


class CharSet(NamedTuple):
    """Ranges of code points, in order, apart from each other, both ends included."""

    ranges: tuple[tuple[int, int], ...]

    def meets(self, other: "CharSet") -> bool:
        """Whether some character is in both."""
        return any(
            low <= other_high and other_low <= high
            for low, high in self.ranges
            for other_low, other_high in other.ranges
        )

    def inverted(self) -> "CharSet":
        """Every other character."""
        return CharSet(tuple(_gaps(self.ranges)))

    def written(self) -> str:
        """The set as a regular expression has it."""
        if len(self.ranges) == 1 and self.ranges[0][0] == self.ranges[0][1]:
            return _escaped(self.ranges[0][0])
        return "[" + "".join(map(_range, self.ranges)) + "]"


def charset(ranges: Iterable[tuple[int, int]]) -> CharSet:
    """The set of all these ranges, in any order."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], high))
        else:
            merged.append((low, high))
    return CharSet(tuple(merged))


def single(char: str) -> CharSet:
    """The set of one character."""
    return CharSet(((ord(char), ord(char)),))


def _gaps(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for low, high in ranges:
        if at < low:
            yield at, low - 1
        at = high + 1
    if at <= _LAST:
        yield at, _LAST


def _range(ends: tuple[int, int]) -> str:
    low, high = ends
    return _escaped(low) if low == high else f"{_escaped(low)}-{_escaped(high)}"


def _escaped(point: int) -> str:
    char = chr(point)
    if char.isascii() and char.isalnum():
        return char
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"


DIGITS = charset([(ord("0"), ord("9"))])
SPACES = charset([(ord(char), ord(char)) for char in " \t\n\r\v\f\u00a0\u3000"])
ANYTHING = CharSet(((0, _LAST),))
NO_LINE_END = single("\n").inverted()
