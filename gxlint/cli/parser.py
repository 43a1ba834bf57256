"""Options of a command. The words are taken apart by argparse; everything the user reads is ours."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from gxlint.cli.errors import HelpAsked, UsageError, unknown
from gxlint.cli.help import Argument, Words, command_help
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LANGUAGES = ("zh", "en")


class Parser(argparse.ArgumentParser):
    """The options of one command.

    Positional arguments are never declared to argparse: it would refuse ``check a.txt --year 2024 b.txt``.
    What is left over and does not look like an option is one.
    """

    def __init__(self, prog: str, lang: str, summary: Words, usage: Words) -> None:
        super().__init__(
            prog=prog,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            # Each option makes a formatter, which would ask for the width, which takes longer than all else.
            formatter_class=partial(argparse.HelpFormatter, width=80),
        )
        self.lang = lang
        self.summary = summary
        self.usage_line = usage
        self.positionals: list[Argument] = []
        self.options: list[Argument] = []
        self.notes: list[Words] = []

    def positional(self, name: str, text: Words) -> None:
        """Describe a positional argument."""
        self.positionals.append(Argument(name, text))

    def option(self, *names: str, text: Words, **kwargs: Any) -> None:
        """Declare an option; ``kwargs`` are argparse's."""
        self.add_argument(*names, **kwargs)
        metavar = kwargs.get("metavar")
        self.options.append(Argument(", ".join(names) + (f" {metavar}" if metavar else ""), text))

    def common(self) -> None:
        """The options every command has."""
        self.option(
            "--lang",
            metavar="zh|en",
            default=self.lang,
            type=choice(self.lang, ("语言", "language"), LANGUAGES),
            text=("提示语言,默认 zh;也可用环境变量 GXLINT_LANG", "language of messages; also GXLINT_LANG"),
        )
        self.option("-h", "--help", action="store_true", text=("显示这份说明", "show this help"))

    def read(self, words: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
        """Options and positional arguments.

        Raises:
            HelpAsked: ``--help`` is among them.
            UsageError: an option is unknown, lacks its value or has a wrong one, or a word is too many.
        """
        words = list(words)
        after: list[str] = []
        if "--" in words:
            cut = words.index("--")
            words, after = words[:cut], words[cut + 1 :]
        try:
            options, rest = self.parse_known_args(words)
        except argparse.ArgumentError as error:
            raise self._wrong_value(error) from error
        if options.help:
            raise HelpAsked(self.format_help())
        for word in rest:
            if word.startswith("-") and word != "-":
                raise self._unknown_option(word)
        if (rest or after) and not self.positionals:
            word = [*rest, *after][0]
            raise UsageError(say(self.lang, "多余的参数 {word}", "unexpected argument {word}", word=word))
        return options, rest + after

    def error(self, message: str) -> NoReturn:
        """The way out that argparse takes; nothing declared above leads here."""
        raise UsageError(message)

    def format_help(self) -> str:
        """The help, in the user's language."""
        return command_help(self)

    def _unknown_option(self, word: str) -> UsageError:
        name = word.partition("=")[0]
        known = [option for option in self._option_string_actions if option.startswith("--")]
        return unknown(self.lang, ("选项", "option"), name, known, listed=False)

    def _wrong_value(self, error: argparse.ArgumentError) -> UsageError:
        names = (error.argument_name or "").split("/")
        name = names[-1]
        action = self._option_string_actions.get(name)
        if action is not None and action.nargs == 0:
            return UsageError(say(self.lang, "选项 {name} 不带值", "option {name} takes no value", name=name))
        return UsageError(say(self.lang, "选项 {name} 后面缺少值", "option {name} needs a value", name=name))


def choice(lang: str, what: Words, known: Sequence[str]) -> Callable[[str], str]:
    """Takes one of the known values only, and says which there are."""

    def read(value: str) -> str:
        if value in known:
            return value
        raise unknown(lang, what, value, known)

    return read


def number(lang: str, what: Words, low: int, high: int) -> Callable[[str], int]:
    """Takes a whole number within limits."""

    def read(value: str) -> int:
        if value.isdecimal() and low <= int(value) <= high:
            return int(value)
        raise UsageError(
            say(
                lang,
                "{what}应是 {low} 到 {high} 的整数,而不是 {value}",
                "{what} must be a whole number from {low} to {high}, not {value}",
                what=say(lang, *what),
                low=low,
                high=high,
                value=value,
            )
        )

    return read


def codes(value: str) -> list[str]:
    """Codes separated by commas (the Chinese ones too), semicolons or blanks."""
    for comma in "\uff0c、;\uff1b":
        value = value.replace(comma, ",")
    return [code for part in value.split(",") for code in part.split()]
