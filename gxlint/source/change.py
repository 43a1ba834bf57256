"""What one text has that another has not, where they differ at one place only: what somebody has just typed."""

from typing import NamedTuple

from gxlint.source.span import Span


class Change(NamedTuple):
    """The stretch from ``start`` to ``end`` of a text became that from ``start`` to ``new_end`` of another."""

    start: int
    end: int
    new_end: int

    @property
    def by(self) -> int:
        """How far everything behind the change has moved."""
        return self.new_end - self.end

    def moved(self, span: Span) -> Span:
        """Where a stretch stands now that lies before the change, behind it, or around it."""
        start, end = span
        if end <= self.start:
            return span
        by = self.new_end - self.end
        return Span(start + by if start >= self.end else start, end + by)

    def spares(self, span: Span) -> bool:
        """Whether all of a stretch is still there, and has nothing new in it or right beside it."""
        return span.end < self.start or span.start > self.end

    def is_inside(self, span: Span) -> bool:
        """Whether a stretch begins before the change and ends behind it."""
        return span.start < self.start and self.end < span.end


def change_between(old: str, new: str) -> Change:
    """The smallest change that makes one text of another."""
    shorter = min(len(old), len(new))
    start = _common(old, new, shorter)
    tail = _common_end(old, new, shorter - start)
    return Change(start, len(old) - tail, len(new) - tail)


def _common(one: str, other: str, most: int) -> int:
    """How many characters two texts begin alike with: halves are compared at a time, not characters."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            most = middle - 1
    return low


def _common_end(one: str, other: str, most: int) -> int:
    low, last, end = 0, len(one), len(other)
    while low < most:
        middle = (low + most + 1) // 2
        if one[last - middle : last - low] == other[end - middle : end - low]:
            low = middle
        else:
            most = middle - 1
    return low
