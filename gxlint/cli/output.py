"""Where a report goes: the terminal, a file, or the error stream when the mended text takes the output."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gxlint.cli.console import use_utf8
from gxlint.cli.errors import UsageError
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO


@contextmanager
def report_stream(path: str | None, lang: str, *, machine: bool, stdout_taken: bool) -> Iterator[TextIO]:
    """The stream to write the report to.

    Raises:
        UsageError: the file cannot be written.
    """
    if path is None:
        stream = sys.stderr if stdout_taken else sys.stdout
        if machine:
            use_utf8(stream)
        yield stream
        return
    from gxlint.cli.files import atomic_text

    check_writable(path, lang)
    with atomic_text(path) as stream:
        yield stream


def check_writable(path: str, lang: str) -> None:
    """Refuse a place to write to before the work is done, not after.

    Raises:
        UsageError: it is a folder, or lies in one that does not exist or may not be written to.
    """
    folder = os.path.dirname(os.path.realpath(path))
    if os.path.isdir(path):
        why = say(lang, "那是一个文件夹", "that is a folder")
    elif not os.path.isdir(folder):
        why = say(lang, "文件夹 {folder} 不存在", "folder {folder} does not exist", folder=folder)
    elif not os.access(folder, os.W_OK) and not os.access(path, os.W_OK):
        why = say(lang, "没有写入权限", "no permission to write there")
    else:
        return
    text = say(lang, "无法写入 {path}:{why}", "cannot write {path}: {why}", path=path, why=why)
    raise UsageError(text, show_help=False)
