"""A stretch of text, as two offsets."""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of character offsets (Unicode code points) into a document's normalised text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of characters covered."""
        return self.end - self.start

    def covers(self, offset: int) -> bool:
        """Whether the offset lies inside, the end included."""
        return self.start <= offset <= self.end

    def hull(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
