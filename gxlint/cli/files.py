"""Writing files so that nobody ever sees half of one."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO


@contextmanager
def atomic_text(path: str) -> Iterator[TextIO]:
    """A UTF-8 text file that appears under its name when everything is written, or not at all.

    What is no regular file (a pipe, ``/dev/stdout``) is written directly.
    """
    path = os.path.realpath(path)
    direct = os.path.exists(path) and not os.path.isfile(path)
    written = path if direct else _beside(path)
    try:
        with open(written, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
        if not direct:
            os.replace(written, path)
    except BaseException:
        if not direct:
            _remove(written)
        raise


def _beside(path: str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.{os.getpid()}.tmp")


def _remove(path: str) -> None:
    with suppress(OSError):  # it may never have come into being
        os.unlink(path)
