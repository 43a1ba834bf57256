"""The terminal: its language, encoding and colours."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from errno import EFBIG, EIO, ENOSPC
from typing import TYPE_CHECKING

from gxlint.reporters.words import say
from gxlint.source.refusals import refusal
from gxlint.source.width import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO, Any, TextIO


def language(words: Sequence[str]) -> str:
    """``--lang`` anywhere on the command line, else GXLINT_LANG, else Chinese.

    Looked up before anything is parsed, so that complaints about the rest already come in this language.
    """
    asked = os.environ.get("GXLINT_LANG", "")
    for place, word in enumerate(words):
        if word == "--":
            break
        if word.startswith("--lang="):
            asked = word[len("--lang=") :]
        elif word == "--lang":
            asked = words[place + 1] if place + 1 < len(words) else ""
    return "en" if asked.lower().startswith("en") else "zh"


def prepare_streams() -> None:
    """Make the standard streams take any character: none may end a run that has just found something.

    One that is closed, as in a program without a window, takes everything and gives nothing.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        _widen(stream)


def use_utf8(stream: TextIO) -> None:
    """For output that programs read: UTF-8 whatever the terminal speaks."""
    _reconfigure(stream, encoding="utf-8")


def wants_color(choice: str, stream: IO[Any]) -> bool:
    """Whether to colour: as asked, else on a terminal, unless NO_COLOR or a dumb terminal says otherwise."""
    if choice == "auto":
        on = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()
    else:
        on = choice == "always"
    if on and sys.platform == "win32":
        os.system("")  # switches the Windows console to escape sequences
    return on


def complain(text: str) -> None:
    """``gxlint: …`` on the error stream. What would control the terminal, in the name of a file for one, is shown instead."""
    print("gxlint: " + "\n".join(map(visible, text.split("\n"))), file=sys.stderr)


def silence_stdout() -> None:
    """After a closed pipe: keep the interpreter from complaining when it flushes at the end."""
    with suppress(OSError, ValueError):  # a stream without a file behind it complains about nothing
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_output_lost(error: Exception) -> bool:
    """Whether what was to be written is lost for want of room, which is no mistake of ours."""
    return isinstance(error, OSError) and error.errno in (ENOSPC, EFBIG, EIO)


def output_lost(error: OSError, lang: str) -> str:
    """What to tell then."""
    return say(
        lang,
        "结果未能写出:{why}",
        "the results could not be written: {why}",
        why=say(lang, *refusal(error)),
    )


def internal_error(error: Exception, lang: str) -> str:
    """What to tell about a mistake of ours: one line, and how to get more."""
    if os.environ.get("GXLINT_DEBUG"):
        from traceback import format_exception

        return "".join(format_exception(error))
    return say(
        lang,
        "程序内部出错({error})。请设 GXLINT_DEBUG=1 再运行一次,把输出附在问题报告里",
        "internal error ({error}). Run again with GXLINT_DEBUG=1 and attach the output to a bug report",
        error=f"{type(error).__name__}: {error}",
    )


def _widen(stream: TextIO) -> None:
    try:
        "错误".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        _reconfigure(stream, encoding="utf-8", errors="backslashreplace")
    else:
        _reconfigure(stream, errors="backslashreplace")


def _reconfigure(stream: TextIO, **settings: str) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**settings)
