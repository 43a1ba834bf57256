"""Neovim, Emacs and Vim without a screen, set up as the READMEs say."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.editors import reports, tools

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = tools.ROOT / "tests" / "editors" / "scripts"
EDITORS = tools.ROOT / "editors"
MENDED = "改为“2.重复申请”"
_PATIENCE = 150


def told(folder: Path, *command: str) -> dict[str, Any]:
    """What the editor's script has found; its home is a folder of its own."""
    result = folder / "result.json"
    environment = {
        **os.environ,
        **{
            name: str(folder / name.lower())
            for name in ("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
        },
        "GXLINT_RESULT": str(result),
        "GXLINT_TITLE": MENDED,
    }
    (folder / "home").mkdir()
    ran = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=_PATIENCE,
        check=False,
    )
    assert result.exists(), ran.stdout + ran.stderr
    found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    assert "problem" not in found, (found, ran.stdout, ran.stderr)
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / reports.NAME
    made.write_text(reports.faulty(), encoding="utf-8")
    return made


def places(found: dict[str, Any]) -> list[tuple[int, str]]:
    return sorted((item["line"], item["text"]) for item in found["findings"])


# A hint unless the user wants it to be a warning.
SETTINGS = {"severities": {"CN302": "warning"}}
WRONG = [(35, "30"), (49, f"2.重复申请{reports.RARE}")]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        pytest.param("neovim", "utf-8", marks=pytest.mark.editor("neovim")),
        pytest.param("neovim-0.7", "utf-16", marks=pytest.mark.editor("neovim-0.7")),
    ],
)
def test_neovim(name: str, encoding: str, file: Path) -> None:
    program = tools.TOOLS[name][-1]()
    command = f"let g:gxlint_cmd = {json.dumps([*tools.SERVER, 'server'])}"
    found = told(
        file.parent,
        *(str(program), "--clean", "--headless", "-i", "NONE", "-n"),
        *("--cmd", f"set runtimepath^={EDITORS / 'neovim'}", "--cmd", command),
        *("--cmd", f"let g:gxlint_settings = {json.dumps(SETTINGS)}"),
        *(str(file), "-c", f"luafile {SCRIPTS / 'check.lua'}"),
    )
    assert found["filetype"] == "gxreport"
    assert found["encoding"] == encoding
    assert places(found) == WRONG
    assert sorted(item["severity"] for item in found["findings"]) == [1, 2]
    assert "表三" in found["hover"]
    assert reports.RARE not in file.read_text(encoding="utf-8")


def in_emacs(file: Path, script: str) -> dict[str, Any]:
    server = " ".join(json.dumps(word) for word in (*tools.SERVER, "server"))
    settings = '(:severities (:CN302 "warning"))'
    found = told(
        file.parent,
        *(tools.emacs(), "-Q", "--batch", "-l", str(EDITORS / "emacs" / "gxlint.el")),
        *("--eval", f"(setq gxlint-command '({server}) gxlint-settings '{settings})"),
        *("-l", str(SCRIPTS / script), str(file)),
    )
    assert found["mode"] == "gxreport-mode"
    assert "表三" in found["hover"]
    assert found["action"].startswith(MENDED)
    assert reports.RARE not in file.read_text(encoding="utf-8")
    return found


@pytest.mark.editor("emacs")
def test_emacs(file: Path) -> None:
    found = in_emacs(file, "check.el")
    assert places(found) == WRONG
    assert {item["severity"] for item in found["findings"]} == {"eglot-error", "eglot-warning"}


@pytest.mark.editor("lsp-mode")
def test_emacs_with_lsp_mode(file: Path) -> None:
    """It counts what lies outside the basic plane as one, so ends of ranges behind that are one too far."""
    found = in_emacs(file, "check-lsp-mode.el")
    assert [(line, text.strip()) for line, text in places(found)] == WRONG
    assert sorted(item["severity"] for item in found["findings"]) == [1, 2]


@pytest.mark.editor("vim")
def test_vim(file: Path) -> None:
    """Lines and messages; the columns are wrong in lines with Chinese, which is ALE's doing."""
    starter = tools.starter(file.parent / "gxlint")
    found = told(
        file.parent,
        *(tools.vim(), "-N", "-u", "NONE", "-i", "NONE", "-n", "--not-a-term", "-es"),
        *("--cmd", f"set runtimepath^={EDITORS / 'vim'}"),
        *("--cmd", f"let g:ale_gxreport_gxlint_executable = {json.dumps(str(starter))}"),
        *("--cmd", f"let g:ale_gxreport_gxlint_settings = {json.dumps(SETTINGS)}"),
        *("-S", str(SCRIPTS / "check.vim"), str(file)),
    )
    assert found["filetype"] == "gxreport"
    assert sorted((item["line"], item["type"]) for item in found["findings"]) == [(35, "E"), (49, "W")]
