"""Columns of a line as clients count them: in UTF-8, UTF-16 or UTF-32 code units.

Inside, columns count code points. A column in the middle of a character means its beginning, one past the end of a
line means its end.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Columns(NamedTuple):
    """A way to count.

    Attributes:
        inward: from a line and a column in code units to one in code points.
        outward: how many code units a piece of text takes.
    """

    inward: Callable[[str, int], int]
    outward: Callable[[str], int]


def _from_utf8(line: str, units: int) -> int:
    if line.isascii():
        return min(units, len(line))
    data = line.encode("utf-8", "surrogatepass")
    end = min(units, len(data))
    while end and end < len(data) and data[end] & 0xC0 == 0x80:
        end -= 1
    return len(data[:end].decode("utf-8", "surrogatepass"))


def _from_utf16(line: str, units: int) -> int:
    column = units
    for match in _ASTRAL.finditer(line):
        if match.start() >= column:
            break
        column = max(match.start(), column - 1)  # a column between the halves means the beginning
    return min(column, len(line))


def _from_utf32(line: str, units: int) -> int:
    return min(units, len(line))


def _to_utf8(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _to_utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


UTF8 = Columns(_from_utf8, _to_utf8)
UTF16 = Columns(_from_utf16, _to_utf16)
UTF32 = Columns(_from_utf32, len)
COLUMNS = {"utf-8": UTF8, "utf-16": UTF16, "utf-32": UTF32}
"""By the names that the protocol has for them."""
