"""For zsh."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.cli.completion.words import Command, Option

_SCRIPT = """\
#compdef gxlint
# gxlint completion for zsh: gxlint completion zsh > a folder of your $fpath, named _gxlint
_gxlint() {{
    local -a commands
    commands=(
{commands}
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    case $words[2] in
{options}
    esac
}}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _gxlint "$@"
else
    compdef _gxlint gxlint
fi
"""


def script(commands: Sequence[Command]) -> str:
    """The script."""
    return _SCRIPT.format(
        commands="\n".join(f"        {_quoted(f'{item.name}:{item.text}')}" for item in commands),
        options="\n".join(map(_case, commands)),
    )


def _case(command: Command) -> str:
    told = " ".join(each for option in command.options for each in _told(option))
    return f"        {command.name}) _arguments {told} '*:file:_files' ;;"


def _told(option: Option) -> Iterator[str]:
    text = option.text.replace("[", "(").replace("]", ")").replace(":", "\\:")
    for name in option.names:
        if not option.takes_value:
            yield _quoted(f"{name}[{text}]")
        elif option.values:
            yield _quoted(f"{name}[{text}]:value:({' '.join(option.values)})")
        else:
            yield _quoted(f"{name}[{text}]:value:_files")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
