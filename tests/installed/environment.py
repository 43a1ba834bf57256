"""A virtual environment of its own, made in a second: libraries are linked in, wheels are installed by pip."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from hatchling.builders.wheel import WheelBuilder

from tests.project.imports import ROOT

_NAME = re.compile(r"[A-Za-z0-9._-]+")


class Ran(NamedTuple):
    """What a program said and ended with."""

    out: str
    err: str
    code: int


def built(project: Path, folder: Path) -> Path:
    """The wheel of a project."""
    (wheel,) = WheelBuilder(str(project)).build(directory=str(folder), versions=["standard"])
    return Path(wheel)


class Environment:
    """An environment with nothing of gxlint in it yet. Its programs run in ``folder``."""

    def __init__(self, folder: Path) -> None:
        home = folder / "environment"
        venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(home)
        programs = home / ("Scripts" if os.name == "nt" else "bin")
        self.folder = folder
        self.python = str(programs / "python")
        scheme = {"base": str(home), "platbase": str(home)}
        self._packages = Path(sysconfig.get_path("purelib", "venv", vars=scheme))
        for name in _closure(_required()):
            self._link(name)

    def install(self, *wheels: Path, editable: Path | None = None) -> None:
        """Install wheels, whose requirements must be met by what is there, or a project as it lies."""
        words = [*map(str, wheels), *(["--editable", str(editable)] if editable else [])]
        self._pip("install", "--no-index", "--no-build-isolation", *words)

    def uninstall(self, *names: str) -> None:
        """Take packages away."""
        self._pip("uninstall", "--yes", *names)

    def gxlint(self, *words: str, **variables: str) -> Ran:
        """Run the program."""
        return self.run("-m", "gxlint", *words, **variables)

    def run(self, *words: str, **variables: str) -> Ran:
        """Run Python."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GXLINT"))
        }
        run = subprocess.run(
            [self.python, *words],
            cwd=self.folder,
            env={**kept, "PYTHONUTF8": "1", **variables},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        return Ran(run.stdout, run.stderr, run.returncode)

    def _pip(self, *words: str) -> None:
        command = [
            sys.executable,
            "-m",
            "pip",
            "--python",
            self.python,
            "--disable-pip-version-check",
            *words,
        ]
        run = subprocess.run(command, cwd=self.folder, capture_output=True, encoding="utf-8", check=False)
        assert run.returncode == 0, run.stdout + run.stderr

    def _link(self, name: str) -> None:
        distribution = metadata.distribution(name)
        tops = {file.parts[0] for file in distribution.files or ()} - {"..", "__pycache__"}
        for top in tops:
            found, wanted = Path(str(distribution.locate_file(top))), self._packages / top
            if wanted.exists():
                continue
            if os.name != "nt":
                wanted.symlink_to(found)
            elif found.is_dir():
                shutil.copytree(found, wanted)
            else:
                shutil.copy(found, wanted)


def _required() -> list[str]:
    """What an index would deliver: what gxlint and its test kit require, and what builds wheels."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["testing"], "hatchling"]
    return [found.group() for line in lines if (found := _NAME.match(line))]


def _closure(names: Iterable[str]) -> Iterator[str]:
    """The names of packages and of all that they need here."""
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop().lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            required = metadata.requires(name) or []
        except metadata.PackageNotFoundError:  # not needed on this system
            continue
        yield name
        waiting += [
            found.group() for item in required if "extra ==" not in item and (found := _NAME.match(item))
        ]
