"""Help texts, set for terminals that show a Chinese character two columns wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.width import pad, wrap
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gxlint.cli.parser import Argument, Parser

_NAMES = 26
_WIDTH = 100


def command_help(parser: Parser) -> str:
    """The help of one command."""
    lang = parser.lang
    parts = [[usage(parser)], wrap(say(lang, *parser.summary), _WIDTH)]
    if parser.positionals:
        parts.append(block(say(lang, "参数:", "Arguments:"), _told(parser.positionals, lang)))
    parts.append(block(say(lang, "选项:", "Options:"), _told(parser.options, lang)))
    parts += [wrap(say(lang, *note), _WIDTH) for note in parser.notes]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def usage(parser: Parser) -> str:
    """The first line."""
    line = say(parser.lang, *parser.usage_line)
    return say(parser.lang, "用法:", "Usage: ") + f"{parser.prog} {line}"


def block(head: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    """A headed list of names and what they mean; the meanings stand in one column."""
    lines = [head]
    for name, text in rows:
        first, *more = wrap(text, _WIDTH - _NAMES - 4)
        if len(name) > _NAMES:
            lines += [f"  {name}", f"  {pad('', _NAMES)}  {first}"]
        else:
            lines.append(f"  {pad(name, _NAMES)}  {first}")
        lines += [" " * (_NAMES + 4) + line for line in more]
    return lines


def _told(arguments: Iterable[Argument], lang: str) -> list[tuple[str, str]]:
    return [(argument.names, say(lang, *argument.text)) for argument in arguments]
