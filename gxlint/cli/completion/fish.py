"""For fish."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.cli.completion.words import Command, Option

_HEAD = "# gxlint completion for fish: gxlint completion fish > ~/.config/fish/completions/gxlint.fish"


def script(commands: Sequence[Command]) -> str:
    """The script; it falls back to the names of files."""
    return "\n".join([_HEAD, *_lines(commands)]) + "\n"


def _lines(commands: Sequence[Command]) -> Iterator[str]:
    for command in commands:
        text = _quoted(command.text)
        yield f"complete -c gxlint -n __fish_use_subcommand -f -a {command.name} -d {text}"
        for option in command.options:
            where = f"-n '__fish_seen_subcommand_from {command.name}'"
            yield f"complete -c gxlint {where} {_told(option)}"


def _told(option: Option) -> str:
    words = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
    if option.values:
        words.append(f"-x -a {_quoted(' '.join(option.values))}")
    elif option.takes_value:
        words.append("-r")
    return " ".join([*words, f"-d {_quoted(option.text)}"])


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
