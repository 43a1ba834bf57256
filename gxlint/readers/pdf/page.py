"""What stands on a page of a PDF: characters and straight lines, each with its place."""

from typing import NamedTuple


class Glyph(NamedTuple):
    """A character and its box in points, from the top left corner of the page as it is shown.

    ``base`` is the height it stands on, which is the same for all characters of a line.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float

    @property
    def middle(self) -> float:
        """Half way from top to bottom."""
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """How high it is; never nothing, whatever the file says."""
        return max(1.0, self.bottom - self.top)


class Stroke(NamedTuple):
    """A horizontal or vertical line: ``at`` is its one coordinate, the other goes from ``start`` to ``end``."""

    at: float
    start: float
    end: float


class Page(NamedTuple):
    """A page with its glyphs in the order of the file."""

    width: float
    height: float
    glyphs: list[Glyph]
    across: list[Stroke]
    down: list[Stroke]
