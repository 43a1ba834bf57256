"""What a reader hands on: the normalised text of a file, cut into lines, each traceable to the source."""

from collections.abc import Sequence
from typing import NamedTuple

from gxlint.readers.places import Place, Places
from gxlint.source import Position, SourceText, Span
from gxlint.source.record import Record
from gxlint.source.view import View


class Line(NamedTuple):
    """A line of the view.

    ``row`` marks a line that the source's own markup says is a table row (HTML ``tr``): its cells are joined
    by ``|`` and their number is exact, no cell is padding.
    """

    start: int
    end: int
    row: bool = False


class Document(Record, frozen=True):
    """A read file. Immutable; ``lines`` cover the view without their line ends.

    A file that is no text, such as a .docx, has ``places``: its source is the text that was read from it, and they
    say where in the file that stands.
    """

    path: str
    source: SourceText
    view: View
    lines: Sequence[Line]
    kind: str = "text"
    places: Places | None = None

    @property
    def text(self) -> str:
        """The normalised text all spans count in."""
        return self.view.text

    @property
    def encoding(self) -> str | None:
        """That of the file; none for a file that is no text."""
        return self.source.encoding if self.places is None else None

    @property
    def verbatim(self) -> bool:
        """Whether the view is the source itself, character by character."""
        return self.view.text is self.source.text

    def slice(self, span: Span) -> str:
        """The normalised text of a span."""
        return self.view.text[span.start : span.end]

    def raw(self, span: Span) -> str:
        """The source text a span stands for."""
        source = self.view.source_span(span)
        return self.source.text[source.start : source.end]

    def range(self, span: Span) -> tuple[Position, Position]:
        """Where a span begins and ends in the source, as LSP counts."""
        source = self.view.source_span(span)
        return self.source.position(source.start), self.source.position(source.end)

    def place(self, span: Span) -> Place | None:
        """Where in the file a span begins, as a person finds it; none in a text, where line and column say it."""
        return self.places.at(self.view.source_span(span).start) if self.places else None
