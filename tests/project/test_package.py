"""What is shipped: the wheel holds all that a checkout runs on, the source distribution all that it is made of."""

import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from tests.project.imports import ROOT

# Where a folder of the checkout goes in the wheel.
PLACES = {
    "gxlint": "gxlint",
    "plugins/national/gxlint_national": "gxlint_national",
    "grammars": "gxlint/grammars",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(built) as file:
        yield file


def test_the_wheel_holds_the_packages_and_their_data(wheel: zipfile.ZipFile) -> None:
    wanted = {
        f"{place}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, place in PLACES.items()
        for path in _files(ROOT / folder)
    }
    shipped = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert shipped == wanted


@pytest.mark.parametrize(
    "name",
    [
        "gxlint/py.typed",
        "gxlint/grammars/layout.lark",
        "gxlint/grammars/layout.tables.json",
        "gxlint/grammars/formats.json",
        "gxlint/grammars/formats/2021.toml",
        "gxlint_national/__init__.py",
    ],
)
def test_what_must_not_be_forgotten(wheel: zipfile.ZipFile, name: str) -> None:
    assert name in wheel.namelist()


def test_the_command_and_the_national_rules_are_entry_points(wheel: zipfile.ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/entry_points.txt"))
    lines = wheel.read(name).decode().split("\n")
    assert "gxlint = gxlint.cli.main:run" in lines
    assert "national = gxlint_national" in lines


def test_the_licence_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in wheel.namelist())


def test_the_source_distribution_can_be_built_and_tested(tmp_path: Path) -> None:
    (built,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(built) as file:
        shipped = {PurePosixPath(*PurePosixPath(name).parts[1:]).as_posix() for name in file.getnames()}
    folders = ("benchmarks", "docs", "examples", "grammars", "gxlint", "plugins", "tests")
    missing = {
        path.relative_to(ROOT).as_posix() for folder in folders for path in _files(ROOT / folder)
    } - shipped
    assert not missing
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"} <= shipped


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in (".pyc", ".pyo"):
            yield path
