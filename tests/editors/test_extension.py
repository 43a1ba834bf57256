"""The extension's own checks, and what its package is."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.editors import tools

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.editor("vscode")


def npm(*words: str, folder: Path = tools.EXTENSION) -> None:
    ran = subprocess.run(["npm", "run", *words], cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("script", ["check", "test"])
def test_its_own_checks(script: str) -> None:
    npm(script)


def test_the_same_files_give_the_same_package(tmp_path: Path) -> None:
    """Wherever they lie, whenever they were written, and whoever may read them."""
    again = tmp_path / "again.vsix"
    npm("package", "--", "--out", str(again), folder=elsewhere(tmp_path))
    first = tools.HOME / "gxlint.vsix"
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(again) as other:
        assert one.namelist() == other.namelist()
        assert [info.CRC for info in one.infolist()] == [info.CRC for info in other.infolist()]
    assert first.read_bytes() == again.read_bytes()


def elsewhere(folder: Path) -> Path:
    """A copy of the extension, with other times and rights."""
    left_out = shutil.ignore_patterns("node_modules", "dist", "wheels", "*.vsix")
    for part in ("vscode", "common"):
        shutil.copytree(tools.EXTENSION.parent / part, folder / "editors" / part, ignore=left_out)
    shutil.copy(tools.ROOT / "LICENSE", folder / "LICENSE")
    for path in (folder / "editors").rglob("*"):
        if path.is_file():
            path.chmod(0o600)
            os.utime(path, (0, 1_500_000_000))
    made = folder / "editors" / "vscode"
    (made / "node_modules").symlink_to(tools.EXTENSION / "node_modules")
    return made


def test_nothing_but_what_runs_is_in_it() -> None:
    with zipfile.ZipFile(tools.HOME / "gxlint.vsix") as package:
        names = package.namelist()
    assert not [name for name in names if name.endswith((".ts", ".map", ".mjs")) or "node_modules" in name]
    for wanted in (
        "dist/extension.js",
        "dist/preview.js",
        "dist/preview.css",
        "package.nls.zh-cn.json",
        "bundled/start.py",
    ):
        assert f"extension/{wanted}" in names
