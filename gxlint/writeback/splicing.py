"""Changes of a part made in its bytes, so that all around them stays as it was written."""

from collections.abc import Iterable
from typing import NamedTuple


class Splice(NamedTuple):
    """Put ``new`` in the place of the bytes from ``start`` to ``end``. Those of one place stand in their order."""

    start: int
    end: int
    order: int
    new: bytes


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes after all changes; a change inside one that takes bytes away is dropped with them."""
    written: list[bytes] = []
    at = 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.order, splice.end)):
        if splice.start < at:
            continue
        written += (data[at : splice.start], splice.new)
        at = max(at, splice.end)
    written.append(data[at:])
    return b"".join(written)


def tag_end(data: bytes, start: int) -> int:
    """Where the tag that begins here ends: quoted values may hold ``>``."""
    at = start
    quote = 0
    while at < len(data):
        byte = data[at]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == ord(">"):
            return at + 1
        at += 1
    return len(data)


def is_whole(data: bytes, start: int) -> bool:
    """Whether the tag that begins here is the whole element."""
    return data[tag_end(data, start) - 2 : tag_end(data, start)] == b"/>"


def escaped(text: str) -> bytes:
    """A text as it stands in XML, without the characters that XML has no place for."""
    from gxlint.source.characters import printable

    text = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.encode("utf-8")
