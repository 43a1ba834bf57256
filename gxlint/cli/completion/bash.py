"""For bash."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.cli.completion.words import Command

_SCRIPT = """\
# gxlint completion for bash: gxlint completion bash > ~/.local/share/bash-completion/completions/gxlint
_gxlint() {{
    local word last="" command="" current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} words=""
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        if [[ $word != -* && $last != --lang ]]; then
            command=$word
            break
        fi
        last=$word
    done
    case "$command $before" in
{values}
    esac
    if [[ -z $words ]]; then
        case "$command" in
            "") words="{commands}" ;;
{options}
        esac
        [[ -z $command || $current == -* ]] || words=""
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o bashdefault -o default -F _gxlint gxlint
"""


def script(commands: Sequence[Command]) -> str:
    """The script; it falls back to the names of files."""
    return _SCRIPT.format(
        commands=" ".join(command.name for command in commands),
        values="\n".join(_values(commands)),
        options="\n".join(_options(commands)),
    )


def _values(commands: Sequence[Command]) -> Iterator[str]:
    for command in commands:
        for option in command.options:
            if option.values:
                cases = "|".join(f'"{command.name} {name}"' for name in option.names)
                yield f'        {cases}) words="{" ".join(option.values)}" ;;'


def _options(commands: Sequence[Command]) -> Iterator[str]:
    for command in commands:
        names = " ".join(name for option in command.options for name in option.names)
        yield f'            {command.name}) words="{names}" ;;'
