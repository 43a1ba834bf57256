"""What can be typed after ``gxlint``, taken from the commands themselves."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from gxlint.cli.errors import HelpAsked
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gxlint.cli.help import Argument


class Option(NamedTuple):
    """An option: its names, what it does, and its value, if it takes one; ``values`` are all that this may be."""

    names: tuple[str, ...]
    text: str
    takes_value: bool
    values: tuple[str, ...]


class Command(NamedTuple):
    """A command."""

    name: str
    text: str
    options: tuple[Option, ...]


def commands(table: Mapping[str, tuple[str, str, str]], lang: str) -> list[Command]:
    """All commands with their options.

    Args:
        table: name → module, what the command does in Chinese and English.
        lang: in which language that is told.
    """
    return [
        Command(name, say(lang, zh, en), tuple(_option(item, lang) for item in _arguments(module, lang)))
        for name, (module, zh, en) in table.items()
    ]


def _arguments(module: str, lang: str) -> list[Argument]:
    try:
        import_module(module).run(["--help"], lang)
    except HelpAsked as asked:
        return asked.command.options
    raise AssertionError(f"{module} gives no help")


def _option(argument: Argument, lang: str) -> Option:
    names = tuple(argument.names.split(", "))
    return Option(names, say(lang, *argument.text), bool(argument.metavar), argument.values)
