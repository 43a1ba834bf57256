"""Help texts, set for terminals that show a Chinese character two columns wide."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

from gxlint.reporters.words import say
from gxlint.source.record import Record
from gxlint.source.width import pad, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMES = 26
_WIDEST, _NARROWEST = 100, 60
Words = tuple[str, str]  # Chinese, English


class Argument(Record, frozen=True):
    """A line of the help: an option or a positional argument.

    ``metavar`` stands for an option's value, ``values`` are what that may be where it is one of a few.
    """

    names: str
    text: Words
    metavar: str = ""
    values: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """``-o, --output FILE``."""
        return f"{self.names} {self.metavar}" if self.metavar else self.names


class Described(Protocol):
    """What the help tells about a command: its name, how it is called, and every argument."""

    prog: str
    lang: str
    summary: Words
    usage_line: Words
    positionals: list[Argument]
    options: list[Argument]
    notes: list[Words]


def command_help(parser: Described) -> str:
    """The help of one command."""
    lang = parser.lang
    width = line_width()
    parts = [[usage(parser)], wrap(say(lang, *parser.summary), width)]
    if parser.positionals:
        parts.append(block(say(lang, "参数:", "Arguments:"), _told(parser.positionals, lang)))
    parts.append(block(say(lang, "选项:", "Options:"), _told(parser.options, lang)))
    parts += [wrap(say(lang, *note), width) for note in parser.notes]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def line_width() -> int:
    """How wide help is set, in columns: as wide as the terminal, within reason; 100 where it goes elsewhere."""
    if not sys.stdout.isatty():
        return _WIDEST
    from shutil import get_terminal_size

    return max(_NARROWEST, min(_WIDEST, get_terminal_size().columns))


def usage(parser: Described) -> str:
    """The first line."""
    line = say(parser.lang, *parser.usage_line)
    return say(parser.lang, "用法:", "Usage: ") + f"{parser.prog} {line}"


def block(head: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    """A headed list of names and what they mean; the meanings stand in one column."""
    lines, width = [head], line_width()
    for name, text in rows:
        first, *more = wrap(text, width - _NAMES - 4)
        if len(name) > _NAMES:
            lines += [f"  {name}", f"  {pad('', _NAMES)}  {first}"]
        else:
            lines.append(f"  {pad(name, _NAMES)}  {first}")
        lines += [" " * (_NAMES + 4) + line for line in more]
    return lines


def _told(arguments: Iterable[Argument], lang: str) -> list[tuple[str, str]]:
    return [(argument.shown, say(lang, *argument.text)) for argument in arguments]
