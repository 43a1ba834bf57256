"""From offsets in the source to positions as the client counts them."""

from lsprotocol import types

from gxlint.lsp.columns import UTF16, Columns
from gxlint.source import SourceText


class Places:
    """Positions in one version of a document."""

    def __init__(self, source: SourceText, columns: Columns) -> None:
        """Positions in this source, counted in this way."""
        self._source, self._columns = source, columns

    def position(self, offset: int) -> types.Position:
        """The position of an offset, in code points."""
        source = self._source
        if self._columns is UTF16:
            place = source.position(offset)
            return types.Position(place.line, place.character)
        line = source.line_of(offset)
        return types.Position(line, self._columns.outward(source.text[source.line_starts[line] : offset]))

    def range(self, start: int, end: int) -> types.Range:
        """The range between two offsets."""
        return types.Range(self.position(start), self.position(end))
