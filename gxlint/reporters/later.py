"""Text that can only be written when all records are there: kept in a file once it grows."""

from __future__ import annotations

from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

_IN_MEMORY = 1 << 20


class Later:
    """Pieces of text to be written later, in the order they come."""

    def __init__(self, separator: str = "") -> None:
        # Closed when it was read or is forgotten; lone surrogates in paths go through unharmed.
        self._file = SpooledTemporaryFile(  # noqa: SIM115
            _IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline=""
        )
        self._separator = separator
        self._first = True

    def add(self, text: str) -> None:
        """Keep a piece."""
        self._file.write(text if self._first else self._separator + text)
        self._first = False

    def write_to(self, stream: TextIO) -> None:
        """Write all of it."""
        self._file.seek(0)
        copyfileobj(self._file, stream)
        self._file.close()
