"""For PowerShell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.cli.completion.words import Command

_SCRIPT = """\
# gxlint completion for PowerShell: gxlint completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName gxlint -ScriptBlock {{
    param($current, $ast, $position)
    $commands = [ordered]@{{
{commands}
    }}
    $values = @{{
{values}
    }}
    $words = @($ast.CommandElements | ForEach-Object {{ $_.ToString() }})
    if ($current) {{ $words = @($words | Select-Object -SkipLast 1) }}
    $command = @($words | Select-Object -Skip 1 | Where-Object {{ $_ -notlike '-*' }})[0]
    $found = $values["$command $($words[-1])"]
    if (-not $found) {{
        if (-not $command) {{ $found = $commands.Keys }}
        elseif ($current -like '-*') {{ $found = $commands[$command] }}
    }}
    $found | Where-Object {{ $_ -like "$current*" }} | ForEach-Object {{
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }}
}}
"""


def script(commands: Sequence[Command]) -> str:
    """The script; where it has nothing to offer PowerShell offers the names of files."""
    return _SCRIPT.format(commands="\n".join(_options(commands)), values="\n".join(_values(commands)))


def _options(commands: Sequence[Command]) -> Iterator[str]:
    for command in commands:
        yield f"        '{command.name}' = {_list([name for option in command.options for name in option.names])}"


def _values(commands: Sequence[Command]) -> Iterator[str]:
    for command in commands:
        for option in command.options:
            if option.values:
                for name in option.names:
                    yield f"        '{command.name} {name}' = {_list(option.values)}"


def _list(words: Sequence[str]) -> str:
    return "@(" + ", ".join(f"'{word}'" for word in words) + ")"
