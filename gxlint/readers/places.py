"""Places in files that are no text: what a person can find there, and what a program can write to."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from gxlint.source.record import Record


class Place(NamedTuple):
    """Where something stands, as a person counts: from 1. What does not apply is none.

    ``paragraph`` counts the paragraphs that have text and stand in no table; in a table ``table``, ``row`` and
    ``column`` count what is drawn. ``cell`` is the name of a cell of a ``sheet``, such as ``B5``. ``line`` counts
    the lines of a ``page``.
    """

    page: int | None = None
    sheet: str | None = None
    paragraph: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    cell: str | None = None

    def as_dict(self) -> dict[str, int | str]:
        """The keys that apply."""
        return {key: value for key, value in self._asdict().items() if value is not None}


class Piece(NamedTuple):
    """A stretch of the source text that one element of the file holds.

    ``start`` and ``end`` are offsets into the source text; ``text`` is the number of the paragraph or cell, and
    ``element`` that of the element in it, as the reader of the kind counts them; none where the text does not stand
    in the file as it is, as automatic numbering. ``offset`` is where the stretch begins in the element's text.
    """

    start: int
    end: int
    place: Place
    text: int = 0
    element: int | None = None
    offset: int = 0


class Places(Record, frozen=True, slots=False):
    """Where the source text of a document stands in its file. ``pieces`` are in order and do not overlap."""

    pieces: tuple[Piece, ...]

    def at(self, offset: int) -> Place | None:
        """The place of the character at this offset of the source text, or of the one nearest before it."""
        piece = self.piece(offset)
        return piece.place if piece else None

    def piece(self, offset: int) -> Piece | None:
        """The piece that holds this offset of the source text, or the one nearest before it."""
        index = bisect_right(self._starts(), offset) - 1
        return self.pieces[max(0, index)] if self.pieces else None

    def within(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that a stretch of the source text touches; for an empty one the piece it stands in."""
        first = max(0, bisect_right(self._starts(), start) - 1)
        found = []
        for piece in self.pieces[first:]:
            if piece.start > end or (piece.start == end and end > start):
                break
            if piece.end > start or (piece.end == start == end):
                found.append(piece)
        return tuple(found)

    def holder(self, start: int, end: int) -> Piece | None:
        """The piece in which a stretch of the source text can be changed: one element of the file holds all of it."""
        for piece in self.within(start, end):
            if piece.element is not None and piece.start <= start and end <= piece.end:
                return piece
        return None

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> "Places":
        """The places after edits of the source text, which are in order, do not overlap and each have a holder."""
        pieces: list[Piece] = []
        waiting = list(edits)
        shift = 0
        for piece in self.pieces:
            start, end = piece.start + shift, piece.end + shift
            while (
                waiting
                and piece.element is not None
                and piece.start <= waiting[0][0]
                and waiting[0][1] <= piece.end
            ):
                begin, stop, text = waiting.pop(0)
                shift += len(text) - (stop - begin)
                end += len(text) - (stop - begin)
            pieces.append(piece._replace(start=start, end=end))
        return Places(tuple(pieces))

    def _starts(self) -> list[int]:
        found: list[int] | None = self.__dict__.get("_all_starts")
        if found is None:
            found = self.__dict__["_all_starts"] = [piece.start for piece in self.pieces]
        return found
