"""``--output-format jsonl``: the object of one file a line, as soon as it is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.json import dumps, file_object

if TYPE_CHECKING:
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import FileRecord


class Writer:
    """Writes and flushes line by line, so that a reader at the other end of a pipe sees each file at once."""

    def __init__(self, run: RunInfo, stream: TextIO) -> None:
        self._run, self._stream = run, stream

    def add(self, record: FileRecord) -> None:
        """Write the line of a file."""
        self._stream.write(dumps(file_object(record, show_accepted=self._run.show_accepted)) + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Nothing is left."""
