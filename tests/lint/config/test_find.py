"""Which configuration file holds for which file."""

from pathlib import Path

import pytest

from gxlint.lint.config.find import Finder


def lay(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            file.mkdir(exist_ok=True)
        else:
            file.write_text("[tool.gxlint]\n" if "pyproject" in name else "", encoding="utf-8")


def found(root: Path, file: str) -> str | None:
    path = Finder().for_file(str(root / file))
    return Path(path).relative_to(root).as_posix() if path else None


def test_the_nearest_wins(tmp_path: Path) -> None:
    lay(tmp_path, "gxlint.toml", "a/gxlint.toml", "a/b/c/x.txt")
    assert found(tmp_path, "x.txt") == "gxlint.toml"
    assert found(tmp_path, "a/x.txt") == "a/gxlint.toml"
    assert found(tmp_path, "a/b/c/x.txt") == "a/gxlint.toml"


def test_our_own_file_comes_before_the_shared_one(tmp_path: Path) -> None:
    lay(tmp_path, "pyproject.toml", "gxlint.toml")
    assert found(tmp_path, "x.txt") == "gxlint.toml"


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("[tool.gxlint]\n", True),
        ("[project]\n[ tool . gxlint ]\n", True),
        ("[tool.gxlint.severities]\n", True),
        ("[[tool.gxlint.accept]]\n", True),
        ('[tool."gxlint"]\n', True),
        ("[tool]\ngxlint = {}\n", True),
        ('tool.gxlint.province = "GS"\n', True),
        ('[project]\nname = "gxlint"\n[tool.ruff]\n', False),
        ("", False),
    ],
)
def test_a_shared_file_counts_where_it_mentions_us(tmp_path: Path, text: str, ours: bool) -> None:
    lay(tmp_path, "gxlint.toml", "a/x.txt")
    (tmp_path / "a/pyproject.toml").write_text(text, encoding="utf-8")
    assert found(tmp_path, "a/x.txt") == ("a/pyproject.toml" if ours else "gxlint.toml")


def test_nothing_above_a_repository_is_looked_at(tmp_path: Path) -> None:
    lay(tmp_path, "gxlint.toml", "repo/.git/", "repo/a/x.txt", "work/.git", "work/x.txt")
    assert found(tmp_path, "repo/a/x.txt") is None
    assert found(tmp_path, "work/x.txt") is None  # a work tree has a file of that name
    lay(tmp_path, "repo/gxlint.toml")
    assert found(tmp_path, "repo/a/x.txt") == "repo/gxlint.toml"


def test_a_folder_of_that_name_is_no_configuration(tmp_path: Path) -> None:
    lay(tmp_path, "gxlint.toml/", ".git/")
    assert found(tmp_path, "x.txt") is None


def test_paths_are_looked_up_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "gxlint.toml", "a/x.txt")
    monkeypatch.chdir(tmp_path / "a")
    for name in ("x.txt", "-", "../x.txt", "gone/x.txt"):
        assert Finder().for_file(name) == str(tmp_path / "gxlint.toml")


def test_each_folder_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "gxlint.toml", "a/x.txt", "a/y.txt")
    finder = Finder()
    finder.for_file(str(tmp_path / "a/x.txt"))
    monkeypatch.setattr("os.path.isfile", None)
    assert finder.for_file(str(tmp_path / "a/y.txt")) == str(tmp_path / "gxlint.toml")
