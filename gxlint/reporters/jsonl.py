"""``--output-format jsonl``: the object of one file a line, as soon as it is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.json import dumps, file_object

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import FileRecord


def write(records: Iterable[FileRecord], run: RunInfo, stream: TextIO) -> None:
    """Write and flush line by line, so that a reader at the other end of a pipe sees each file at once."""
    for record in records:
        stream.write(dumps(file_object(record)) + "\n")
        stream.flush()
