"""Cuts a stream of bytes into messages."""

import re
from collections.abc import Iterator

_LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_END = b"\r\n\r\n"
_LONGEST_HEADER = 1 << 14
LARGEST = 1 << 28
"""Bytes a message may have: several times a document of the largest size that is read at all."""


class FramingError(ValueError):
    """What comes is no such stream: where the next message begins cannot be known."""


class Frames:
    """Takes pieces of a stream as they come, gives whole messages."""

    def __init__(self) -> None:
        """At the beginning of a stream."""
        self._buffer = bytearray()
        self._length: int | None = None

    @property
    def empty(self) -> bool:
        """Whether the stream is between two messages, and not in the middle of one."""
        return not self._buffer and self._length is None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The bodies of the messages that are whole with this piece.

        Raises:
            FramingError: a header does not say how long the message is, or says nonsense.
        """
        self._buffer += data
        while self._header() and self._length is not None and len(self._buffer) >= self._length:
            body = bytes(self._buffer[: self._length])
            del self._buffer[: self._length]
            self._length = None
            yield body

    def _header(self) -> bool:
        """Whether the header of the next message has been read."""
        if self._length is not None:
            return True
        end = self._buffer.find(_END, 0, _LONGEST_HEADER)
        if end < 0:
            if len(self._buffer) >= _LONGEST_HEADER:
                raise FramingError("the header of a message does not end")
            return False
        found = _LENGTH.search(self._buffer, 0, end + 2)
        if found is None or int(found[1]) > LARGEST:
            raise FramingError("the header of a message does not tell a possible length")
        self._length = int(found[1])
        del self._buffer[: end + len(_END)]
        return True
