"""Writing files so that nobody ever sees half of one."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO, TextIO


@contextmanager
def atomic_text(path: str) -> Iterator[TextIO]:
    """A UTF-8 text file that appears under its name when everything is written, or not at all.

    What is no regular file (a pipe, ``/dev/stdout``) is written directly.
    """
    with (
        _written(path) as place,
        open(place, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream,
    ):
        yield stream


@contextmanager
def atomic_bytes(path: str) -> Iterator[BinaryIO]:
    """The same for a file of bytes."""
    with _written(path) as place, open(place, "wb") as stream:
        yield stream


@contextmanager
def _written(path: str) -> Iterator[str]:
    """Where to write what is to stand under a name in the end."""
    path = os.path.realpath(path)
    if os.path.exists(path) and not os.path.isfile(path):
        yield path
        return
    beside = _beside(path)
    try:
        yield beside
        os.replace(beside, path)
    except BaseException:
        _remove(beside)
        raise


def _beside(path: str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.{os.getpid()}.tmp")


def _remove(path: str) -> None:
    with suppress(OSError):  # it may never have come into being
        os.unlink(path)
