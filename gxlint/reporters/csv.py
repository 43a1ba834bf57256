"""``--output-format csv``: one row a finding, for spreadsheets. A file without any has one row, too."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from gxlint.reporters.rows import file_row, finding_rows, guarded, heads

if TYPE_CHECKING:
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import FileRecord

_BOM = "\ufeff"  # without it Excel takes the file for one in the code page of the machine


class Writer:
    """Writes the rows of a file as soon as it is checked."""

    def __init__(self, run: RunInfo, stream: TextIO) -> None:
        self._run = run
        stream.write(_BOM)
        self._table = csv.writer(stream, lineterminator="\n")
        self._table.writerow(heads(run.lang))

    def add(self, record: FileRecord) -> None:
        """Write the rows of a file."""
        if record.skipped:
            return
        rows = list(finding_rows(record, self._run)) or [file_row(record, self._run)]
        for row in rows:
            self._table.writerow([guarded(value) if isinstance(value, str) else value for value in row])

    def close(self) -> None:
        """Nothing is left."""
