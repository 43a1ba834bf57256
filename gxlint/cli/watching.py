"""``--watch``: check again whenever a file changes, until the user has seen enough."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from gxlint.cli.console import complain
from gxlint.cli.errors import UsageError
from gxlint.cli.targets import LOOKED_AT, STDIN
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gxlint.cli.parser import Options

_RULES = (".toml",)  # configuration and rule packs
_PAUSE = 300  # milliseconds that a file has to be left alone: some programs write it in several goes
_LOOK = 100  # milliseconds between two looks


def refuse_watching(options: Options, paths: Sequence[str]) -> None:
    """Refuse what makes no sense time and again.

    Raises:
        UsageError: files would be changed, or the standard input would have to be read once more.
    """
    lang = options.lang
    for name in ("fix", "write_baseline"):
        if getattr(options, name):
            option = f"--{name.replace('_', '-')}"
            text = say(lang, "--watch 不能与 {o} 合用", "--watch does not go with {o}", o=option)
            raise UsageError(text)
    if STDIN in paths:
        raise UsageError(say(lang, "--watch 不能用于标准输入", "--watch does not work on the standard input"))


def keep_checking(once: Callable[[], int], paths: Sequence[str], written: Iterable[str], lang: str) -> int:
    """Check, and check again after every change.

    Args:
        once: one run; what it ends with.
        paths: files, folders and patterns to look at.
        written: files that the runs themselves write.
        lang: language of the user.

    Returns:
        what the last run ended with, once the user interrupts.
    """
    from watchfiles import watch

    own = {os.path.realpath(path) for path in written}

    def matters(_change: object, path: str) -> bool:
        return path.lower().endswith((*LOOKED_AT, *_RULES)) and os.path.realpath(path) not in own

    folders = [path for path in paths if os.path.isdir(path)]
    beside = {os.path.dirname(os.path.abspath(path)) for path in paths if not os.path.isdir(path)}
    places = [*folders, *(place for place in sorted(beside) if os.path.isdir(place))]
    changes = watch(
        *places,
        watch_filter=matters,
        debounce=_PAUSE,
        recursive=bool(folders),
        yield_on_timeout=True,
        rust_timeout=_LOOK,
    )
    code = 0
    with suppress(KeyboardInterrupt):
        next(changes)  # from now on nothing is missed, not even what is saved during the first run
        code = _run(once)
        _tell(lang)
        for changed in changes:
            if changed:
                code = _run(once)  # known before it is told: whoever reads that may interrupt at once
                _tell(lang)
    return code


def _run(once: Callable[[], int]) -> int:
    try:
        return once()
    except UsageError as error:  # a configuration that is just being written
        complain(str(error))
        return 2


def _tell(lang: str) -> None:
    sys.stdout.flush()
    now = datetime.now().strftime("%H:%M:%S")
    text = say(
        lang,
        "── {now} 已检查,文件保存后再查;按 Ctrl+C 结束",
        "── checked at {now}, again when a file is saved; Ctrl+C to end",
        now=now,
    )
    print(text, file=sys.stderr, flush=True)
