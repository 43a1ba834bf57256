"""What to do with the files of a run."""

from typing import NamedTuple


class Task(NamedTuple):
    """What to do with every file. ``mode`` is ``check``, ``fix`` or ``diff``."""

    lang: str = "zh"
    mode: str = "check"
    unsafe: bool = False
    stdin_name: str = ""
