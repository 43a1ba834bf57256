"""A place that a client points at, in the text that was read from a document."""

from typing import NamedTuple

from gxlint.source import Span
from gxlint.source.view import View


class Spot(NamedTuple):
    """A place in a report's text.

    What the text was read from may have more between two characters: markup, or what nobody sees.

    Attributes:
        offset: into the report's text; whatever begins or ends there may be meant.
        source: into the source.
        after: whether it is right behind what ends there.
        before: whether it is right before what begins there.
    """

    offset: int
    source: int
    after: bool = True
    before: bool = True

    @classmethod
    def at(cls, view: View, source: int) -> "Spot":
        """The place of the view at an offset of its source."""
        offset = view.offset_of(source)
        return cls(offset, source, source == view.source_end(offset), source == view.source_offset(offset))

    def within(self, span: Span) -> bool:
        """Whether a stretch of the text is pointed at."""
        start, end = span
        begins = start < self.offset or (start == self.offset and self.before)
        ends = self.offset < end or (self.offset == end and self.after)
        return (begins and ends) if start < end else start == self.offset and (self.before or self.after)
