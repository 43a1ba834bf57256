"""From offsets in the source to positions as the client counts them."""

from lsprotocol import types

from gxlint.lsp.columns import Columns
from gxlint.source import SourceText


class Places:
    """Positions in one version of a document."""

    def __init__(self, source: SourceText, columns: Columns) -> None:
        """Positions in this source, counted in this way."""
        self._source, self._columns = source, columns
        self._last = (0, 0)

    def position(self, offset: int) -> types.Position:
        """The position of an offset, in code points; of one outside, that of the nearest inside."""
        source = self._source
        offset = max(0, min(offset, len(source.text)))
        line = source.line_of(offset)
        return types.Position(line, self._column(source.line_starts[line], offset))

    def range(self, start: int, end: int) -> types.Range:
        """The range between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def _column(self, start: int, offset: int) -> int:
        # Whoever asks for many places asks for them in order; a whole report may be one line.
        known, column = self._last
        if not start <= known <= offset:
            known, column = start, 0
        column += self._columns.outward(self._source.text[known:offset])
        self._last = offset, column
        return column
