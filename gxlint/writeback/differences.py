"""What has to be written to the elements of a file, so that it says what a mended document says."""

from collections.abc import Iterator
from typing import NamedTuple

from gxlint.readers.document import Document
from gxlint.readers.places import Piece


class Change(NamedTuple):
    """Put ``new`` in the place of the text of an element from ``start`` to ``end``."""

    start: int
    end: int
    new: str


def differences(before: Document, after: Document) -> Iterator[tuple[Piece, list[Change]]]:
    """The pieces whose text is another one now, each with its changes in order."""
    if before.places is None or after.places is None:
        return
    for old, new in zip(before.places.pieces, after.places.pieces, strict=True):
        one, other = before.source.text[old.start : old.end], after.source.text[new.start : new.end]
        if one != other:
            yield old, list(_changes(one, other, old.offset))


def _changes(one: str, other: str, offset: int) -> Iterator[Change]:
    from difflib import SequenceMatcher

    for kind, start, end, begin, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(offset + start, offset + end, other[begin:stop])
