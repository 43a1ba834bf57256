"""Finding entry points without importlib.metadata, with the same answer."""

import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from gxlint.rules.discovery import GROUP, Installed, installed_plugins

POINTS = """[console_scripts]
tool = a:b

[gxlint]
# comment
yunze = gxlint_yz
other = gxlint_yz.more : obj [fast]
"""


def install(
    folder: Path, name: str, points: str = POINTS, *, kind: str = "dist-info", version: str = "1.0"
) -> Path:
    """Write the metadata of an installed package; returns the metadata folder."""
    place = folder / f"{name.replace('-', '_')}-{version}.{kind}"
    place.mkdir(parents=True)
    head = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n\nName: not this\n"
    (place / ("METADATA" if kind == "dist-info" else "PKG-INFO")).write_text(head, encoding="utf-8")
    (place / "entry_points.txt").write_text(points, encoding="utf-8")
    return place


def asked(path: list[str]) -> set[tuple[str, str, str, str]]:
    """What importlib.metadata says."""
    return {
        (
            point.name,
            point.module + (f":{point.attr}" if point.attr else ""),
            distribution.name,
            distribution.version,
        )
        for distribution in metadata.distributions(path=path)
        for point in distribution.entry_points
        if point.group == GROUP
    }


@pytest.mark.parametrize("kind", ["dist-info", "egg-info"])
def test_finds_entry_points(tmp_path: Path, kind: str) -> None:
    install(tmp_path, "gxlint-yunze", kind=kind)
    install(tmp_path, "unrelated", "[console_scripts]\nx = y:z\n")
    found = installed_plugins([str(tmp_path)])
    assert found == [
        Installed("other", "gxlint_yz.more:obj", "gxlint-yunze", "1.0"),
        Installed("yunze", "gxlint_yz", "gxlint-yunze", "1.0"),
    ]
    assert set(found) == asked([str(tmp_path)])


def test_an_unpacked_egg(tmp_path: Path) -> None:
    egg = tmp_path / "gxlint_yunze-1.0-py3.11.egg"
    (install(egg, "gxlint-yunze", kind="egg-info")).rename(egg / "EGG-INFO")
    assert {plugin.name for plugin in installed_plugins([str(egg)])} == {"yunze", "other"}


def test_the_first_of_one_name_wins(tmp_path: Path) -> None:
    near, far = tmp_path / "near", tmp_path / "far"
    install(near, "gxlint-yunze", "", version="2.0")
    install(far, "gxlint.yunze", version="1.0")
    path = [str(near), str(far)]
    assert installed_plugins(path) == []
    assert {plugin.version for plugin in installed_plugins(path[::-1])} == {"1.0"}


def test_gxlints_own_plugin_comes_first(tmp_path: Path) -> None:
    for name in ("gxlint-b", "gxlint", "gxlint-a"):
        install(tmp_path, name, "[gxlint]\np = m\n")
    assert [plugin.package for plugin in installed_plugins([str(tmp_path)])] == [
        "gxlint",
        "gxlint-a",
        "gxlint-b",
    ]


def test_remains_of_an_uninstall_are_passed_over(tmp_path: Path) -> None:
    install(tmp_path, "gxlint-yunze").rename(tmp_path / "~xlint_yunze-1.0.dist-info")
    assert installed_plugins([str(tmp_path)]) == []


@pytest.mark.parametrize(
    "points", ["", "[gxlint]\n", "[gxlint]\nnonsense\n", "[gxlintx]\na = b\n", "a = b\n[gxlint"]
)
def test_strange_files_name_nothing(tmp_path: Path, points: str) -> None:
    install(tmp_path, "gxlint-yunze", points)
    assert installed_plugins([str(tmp_path)]) == []


def test_broken_installations_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file-1.0.egg-info").write_text("Name: file", encoding="utf-8")
    (install(tmp_path, "gxlint-bytes") / "entry_points.txt").write_bytes(b"[gxlint]\n\xff\xfe = m\n")
    (install(tmp_path, "gxlint-bare", "[gxlint]\nbare = m\n") / "METADATA").unlink()
    found = {
        plugin.package: plugin for plugin in installed_plugins([str(tmp_path), str(tmp_path / "gone"), ""])
    }
    assert found["gxlint_bare"].version == "1.0"
    assert found["gxlint-bytes"].target == "m"


def test_a_zip_on_the_path_is_left_to_importlib(tmp_path: Path) -> None:
    install(tmp_path / "tree", "gxlint-zipped")
    install(tmp_path / "flat", "gxlint-flat", "[gxlint]\nflat = m\n")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for file in (tmp_path / "tree").rglob("*"):
            archive.write(file, file.relative_to(tmp_path / "tree"))
    path = [str(tmp_path / "all.zip"), str(tmp_path / "flat")]
    assert {plugin.package for plugin in installed_plugins(path)} == {"gxlint-zipped", "gxlint-flat"}
    assert {plugin.target for plugin in installed_plugins(path)} == {"m", "gxlint_yz", "gxlint_yz.more:obj"}


def test_an_import_hook_with_its_own_metadata_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "gxlint-hooked", "[gxlint]\nhooked = m\n")
    hidden = metadata.PathDistribution(tmp_path / "gxlint_hooked-1.0.dist-info")

    class Hook:
        def find_spec(self, *_: object) -> None:
            return None

        def find_distributions(self, _: object) -> list[metadata.Distribution]:
            return [hidden]

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Hook()])
    assert [plugin.name for plugin in installed_plugins([])] == ["hooked"]


def test_says_what_importlib_says_here() -> None:
    assert set(installed_plugins()) == asked(sys.path)


def test_the_core_starts_without_what_it_does_not_need() -> None:
    heavy = ["importlib.metadata", "pydantic", "lark", "rich", "asyncio", "selectolax", "opencc", "difflib"]
    heavy += ["tempfile", "zipfile", "email"]
    script = (
        "import sys; from gxlint.lint.session import Session; Session();"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
