"""``gxlint`` without a command: the version, the list of commands, or what was probably meant."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gxlint.cli.errors import UsageError, unknown
from gxlint.cli.help import block, usage
from gxlint.cli.parser import Parser
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Commands = Mapping[str, tuple[str, str, str]]


def overview(words: Sequence[str], name: str | None, lang: str, commands: Commands) -> str:
    """The text to show.

    Args:
        words: the options.
        name: the word in the command's place, if there is one; ``help`` or no command at all.
        lang: language of the user.
        commands: name → module, what it does in Chinese and English.

    Raises:
        UsageError: there is no such command or option.
    """
    if name not in (None, "help"):
        raise _unknown_command(str(name), lang, commands)
    parser = _Overview(lang, commands)
    options, _ = parser.read(words)
    if options.version:
        from gxlint import __version__

        return f"gxlint {__version__}\n"
    return parser.format_help()


class _Overview(Parser):
    """The options that stand before or without a command."""

    def __init__(self, lang: str, commands: Commands) -> None:
        super().__init__("gxlint", lang, _WHAT, ("命令 [选项] …", "COMMAND [options] ..."))
        self._commands = commands
        self.option("--version", action="store_true", text=("显示版本", "show the version"))
        self.common()

    def format_help(self) -> str:
        """The help, with the commands instead of arguments."""
        lang = self.lang
        commands = [(name, say(lang, zh, en)) for name, (_, zh, en) in self._commands.items()]
        options = [(option.shown, say(lang, *option.text)) for option in self.options]
        parts = [
            [usage(self)],
            [say(lang, *_WHAT)],
            block(say(lang, "命令:", "Commands:"), commands),
            block(say(lang, "选项:", "Options:"), options),
            [say(lang, *_MORE)],
        ]
        return "\n\n".join("\n".join(part) for part in parts) + "\n"


_WHAT = (
    "校对政府信息公开工作年度报告:表格勾稽、格式、前后一致。",
    "Checks annual open-government-information reports: sums, format, consistency.",
)
_MORE = (
    "每个命令的选项见 gxlint 命令 --help。先试试:gxlint check 报告.txt",
    "Options of a command: gxlint COMMAND --help. Start with: gxlint check report.txt",
)


def _unknown_command(name: str, lang: str, commands: Commands) -> UsageError:
    error = unknown(lang, ("命令", "command"), name, commands)
    if not os.path.exists(name):
        return error
    hint = say(lang, "要检查这个文件,请用 gxlint check {name}", "to check it: gxlint check {name}", name=name)
    return UsageError(f"{error}\n  {hint}", show_help=False)
