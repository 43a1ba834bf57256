"""``gxlint completion``: a script that lets a shell complete commands, options and their values."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from gxlint.cli.errors import UsageError, unknown
from gxlint.cli.parser import Parser
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

SHELLS = ("bash", "zsh", "fish", "powershell")


def run(words: Sequence[str], lang: str) -> int:
    """Print the script for a shell, the one in use unless another is named.

    Returns:
        0.
    """
    options, names = _parser(lang).read(words)
    shell = names[0] if names else _shell_in_use(options.lang)
    if shell not in SHELLS:
        raise unknown(options.lang, ("命令行", "shell"), shell, SHELLS)

    from gxlint.cli.completion.words import commands
    from gxlint.cli.main import COMMANDS

    script = import_module(f"gxlint.cli.completion.{shell}").script
    print(script(commands(COMMANDS, options.lang)), end="")
    return 0


def _shell_in_use(lang: str) -> str:
    name = os.path.basename(os.environ.get("SHELL", ""))
    if name in SHELLS:
        return name
    raise UsageError(
        say(
            lang,
            "请写明是哪一种命令行:{shells}",
            "name the shell: {shells}",
            shells=("、" if lang != "en" else ", ").join(SHELLS),
        )
    )


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint completion",
        lang,
        (
            "生成补全脚本:按 Tab 键补全命令、选项和选项的值。安装方法写在脚本第一行。",
            "Print a completion script: Tab completes commands, options and values. Its first line says where to put it.",
        ),
        ("[bash|zsh|fish|powershell]", "[bash|zsh|fish|powershell]"),
    )
    parser.positional("SHELL", ("哪一种命令行,默认为正在使用的", "which shell; the one in use by default"))
    parser.common()
    return parser
