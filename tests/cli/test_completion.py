"""Completion scripts, asked in the shells themselves where they are installed."""

import shutil
import subprocess

import pytest

from gxlint.cli.commands.completion import SHELLS
from gxlint.cli.main import COMMANDS
from tests.cli.running import gxlint

_ASK_BASH = (
    'ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); COMPREPLY=(); _gxlint; echo "${COMPREPLY[*]}"; }; ask'
)


def script(patch: pytest.MonkeyPatch, shell: str) -> str:
    done = gxlint(patch, "completion", shell)
    assert (done.code, done.err) == (0, "")
    return done.out


def asked(shell: str, *words: str) -> str:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([shell, "-c", *words], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_it(monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    text = script(monkeypatch, shell)
    assert all(name in text for name in COMMANDS)
    assert all(word in text for word in ("unsafe-fixes", "sarif", "warning"))


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("gxlint che", "check"),
        ("gxlint check --out", "--output-format --output"),
        ("gxlint check --output-format x", "xlsx"),
        ("gxlint check --fail-level ''", "error warning info hint"),
        ("gxlint check 报", ""),
        ("gxlint --lang en ver", "verify"),
    ],
)
def test_bash(monkeypatch: pytest.MonkeyPatch, words: str, offered: str) -> None:
    text = script(monkeypatch, "bash")
    assert asked("bash", f"{text}\n{_ASK_BASH} {words}").strip() == offered


def test_fish(monkeypatch: pytest.MonkeyPatch) -> None:
    text = script(monkeypatch, "fish")
    assert asked("fish", f'{text}\ncomplete -C "gxlint veri"').split() == ["verify", "核对检查回执"]
    levels = asked("fish", f'{text}\ncomplete -C "gxlint check --fail-level "').splitlines()
    assert sorted(line.split("\t")[0] for line in levels) == ["error", "hint", "info", "warning"]


def test_zsh_understands_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = script(monkeypatch, "zsh")
    assert asked("zsh", f"autoload -U compinit; compinit -D -u\n{text}\necho $_comps[gxlint]") == "_gxlint\n"


def test_the_shell_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert gxlint(monkeypatch, "completion").out == script(monkeypatch, "fish")
    monkeypatch.setenv("SHELL", "/bin/sh")
    done = gxlint(monkeypatch, "completion")
    assert done.code == 2
    assert "请写明是哪一种命令行" in done.err
    assert "未知的命令行 bsh,是否指 bash?" in gxlint(monkeypatch, "completion", "bsh").err
