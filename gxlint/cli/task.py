"""What to do with the files of a run."""

from gxlint.source.record import Record


class Task(Record, frozen=True):
    """What to do with every file.

    ``mode`` is ``check``, ``fix`` or ``diff``; ``detailed`` asks for the report's text and tables, too, ``sealed`` for the
    SHA-256 of its bytes.
    """

    lang: str = "zh"
    mode: str = "check"
    unsafe: bool = False
    stdin_name: str = ""
    detailed: bool = False
    sealed: bool = False
