"""Where reports go: the terminal, files, or the error stream when the mended text takes the output."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gxlint.cli.console import use_utf8
from gxlint.cli.errors import UsageError
from gxlint.reporters import REPORTERS
from gxlint.reporters.words import say
from gxlint.source.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from typing import IO, Any

    from gxlint.cli.outputs import Output


@contextmanager
def report_stream(output: Output, lang: str, *, stdout_taken: bool) -> Iterator[IO[Any]]:
    """The stream to write a report to.

    Raises:
        UsageError: the file cannot be written.
    """
    reporter = REPORTERS[output.format]
    if output.path is None:
        stream = sys.stderr if stdout_taken else sys.stdout
        if reporter.machine:
            use_utf8(stream)
        yield stream.buffer if reporter.binary else stream
        return
    with output_file(output.path, lang, binary=reporter.binary) as file:
        yield file


@contextmanager
def output_file(path: str, lang: str, *, binary: bool) -> Iterator[IO[Any]]:
    """A file that appears under its name when everything is written, or not at all.

    Raises:
        UsageError: it cannot be written.
    """
    check_writable(path, lang)
    try:
        with _file(path, binary=binary) as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise cannot_write(path, say(lang, *refusal(error)), lang) from error


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
    raise cannot_write(path, why, lang)


def _file(path: str, *, binary: bool) -> AbstractContextManager[IO[Any]]:
    from gxlint.cli.files import atomic_bytes, atomic_text

    return atomic_bytes(path) if binary else atomic_text(path)


def cannot_write(path: str, why: str, lang: str) -> UsageError:
    """``无法写入 结果.html:磁盘已满``."""
    text = say(lang, "无法写入 {path}:{why}", "cannot write {path}: {why}", path=path, why=why)
    return UsageError(text, show_help=False)
