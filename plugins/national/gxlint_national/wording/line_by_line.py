"""Looking at a text line by line, and at no line twice.

Most paragraphs of a report are the same as when it was looked at last: while somebody types, all but one.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, wraps
from itertools import accumulate
from typing import Protocol, Self, TypeVar

_MOST_REMEMBERED = 2048
_LONGEST_REMEMBERED = 1000
_FEW = 8


class Stretch(Protocol):
    """Something found from ``start`` to ``end``, as a named tuple."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The offset behind it."""

    def _replace(self, *, start: int, end: int) -> Self: ...


S = TypeVar("S", bound=Stretch)


def line_by_line(look: Callable[[str], Iterable[S]]) -> Callable[[str], Iterator[S]]:
    """Make a function that looks at a line with its line ends look at all lines of a text, remembering each.

    What it finds may depend on nothing but the line.
    """

    @lru_cache(maxsize=_MOST_REMEMBERED)
    def remembered(line: str) -> tuple[S, ...]:
        return tuple(look(f"\n{line}\n"))

    @wraps(look)
    def look_at_all(text: str) -> Iterator[S]:
        for before, line in _lines(text):
            # A whole report on one line is not met twice, and would be kept for nothing.
            seen = remembered(line) if len(line) <= _LONGEST_REMEMBERED else look(f"\n{line}\n")
            for found in seen:
                yield found._replace(start=found.start + before, end=found.end + before)

    return look_at_all


@lru_cache(maxsize=_FEW)
def _lines(text: str) -> tuple[tuple[int, str], ...]:
    """The lines, each with the place of the line end before it; the same ones for all who look at a text in turn."""
    lines = text.split("\n")
    ends = accumulate((len(line) + 1 for line in lines), initial=-1)
    return tuple(zip(ends, lines, strict=False))
