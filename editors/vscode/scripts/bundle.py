"""Puts gxlint with all it needs into the extension, so that it works where there is a Python but no network.

python scripts/bundle.py win32-x64 bundled/wheels

Wheels that suit every Python go into ``common``, compiled ones into a folder for each version (``cp311`` …), which
``bundled/start.py`` chooses from. gxlint and the rules of the provinces are built from this checkout.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[3]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
# target of VS Code → what pip calls it, and how sysconfig.get_platform() begins and ends there
TARGETS = {
    "win32-x64": (("win_amd64",), "win amd64"),
    "linux-x64": (("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"), "linux x86_64"),
    "linux-arm64": (
        ("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"),
        "linux aarch64",
    ),
    "darwin-x64": (("macosx_13_0_x86_64", "macosx_11_0_x86_64", "macosx_10_12_x86_64"), "macosx x86_64"),
    "darwin-arm64": (("macosx_13_0_arm64", "macosx_11_0_arm64"), "macosx arm64"),
}


# What compiled packages bring along for those who compile: half of their files.
_SOURCES = (".a", ".c", ".cpp", ".h", ".hpp", ".pxd", ".pxi", ".pyi", ".pyx")
_PROGRAMS = "/clib/bin/"


def main(target: str, folder: Path) -> None:
    """Fill the folder for a target."""
    platforms, machine = TARGETS[target]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        ours = _built(scratch / "ours")
        for version in VERSIONS:
            for wheel in _downloaded(scratch / version, ours, version, platforms):
                _unpack(wheel, folder / _place(wheel, version))
    (folder / "machine").write_text(machine + "\n", encoding="utf-8")


def _built(folder: Path) -> list[Path]:
    """Wheels of gxlint and of every province."""
    provinces = sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))
    for project in (ROOT, *provinces):
        _pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(project))
    return sorted(folder.glob("*.whl"))


def _downloaded(folder: Path, ours: list[Path], version: str, platforms: tuple[str, ...]) -> list[Path]:
    chosen = [word for platform in platforms for word in ("--platform", platform)]
    _pip(
        "download",
        "--only-binary=:all:",
        "--implementation=cp",
        f"--python-version={version}",
        f"--dest={folder}",
        *chosen,
        *map(str, ours),
    )
    return sorted(folder.glob("*.whl"))


def _place(wheel: Path, version: str) -> str:
    """Those that are the same for every Python are wanted once, the others in the folder of their Python."""
    pythons = wheel.stem.split("-")[-3].split(".")
    return "common" if "py3" in pythons else "cp" + version.replace(".", "")


def _unpack(wheel: Path, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        wanted = [
            name for name in archive.namelist() if not name.endswith(_SOURCES) and _PROGRAMS not in name
        ]
        archive.extractall(folder, wanted)


def _pip(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *words], check=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
