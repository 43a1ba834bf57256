"""Which files a command line means."""

from pathlib import Path

import pytest

from gxlint.cli.targets import Target, collect
from tests.cli.running import gxlint


@pytest.fixture(autouse=True)
def _tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "b/z.TXT",
        "b/a.md",
        "b/.hidden.txt",
        "b/.git/x.txt",
        "b/c/page.htm",
        "b/t.gxr.txt",
        "b/p.pdf",
        "b/~$q.docx",
        "b/q.docx",
        "b/q.gxlint.docx",
        "b/s.zip",
        "a.html",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def paths(*words: str) -> list[str]:
    return [target.path for target in collect(words, "zh")]


def test_folders_are_walked_in_order() -> None:
    assert paths("b") == ["b/a.md", "b/p.pdf", "b/q.docx", "b/t.gxr.txt", "b/z.TXT", "b/c/page.htm"]
    assert paths(".")[0] == "a.html"
    assert "b/c/page.htm" in paths(".")


def test_a_named_file_is_taken_whatever_it_is_called() -> None:
    assert collect(["b/s.zip", "b/.hidden.txt"], "zh") == [Target("b/s.zip"), Target("b/.hidden.txt")]


def test_each_file_once_and_named_ones_as_named() -> None:
    assert collect(["b/a.md", "b", "./b/a.md"], "zh")[0] == Target("b/a.md")
    assert paths("b/a.md", "b", "./b/a.md").count("b/a.md") == 1


def test_patterns_for_shells_that_fill_in_none() -> None:
    assert paths("b/*.md", "b/**/*.htm") == ["b/a.md", "b/c/page.htm"]


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "[1].txt").write_text("x", encoding="utf-8")
    assert paths("[1].txt") == ["[1].txt"]


def test_nothing_there_is_a_target_with_a_problem(tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    empty, unmatched = collect(["void", "x*.txt"], "zh")
    assert empty.path == "void"
    assert "没有年度报告" in str(empty.problem)
    assert "x*.txt" in str(unmatched.problem)


def test_a_folder_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("os.scandir", closed)
    (found,) = collect(["b"], "en")
    assert found.path == "b"
    assert (
        found.problem
        == "cannot open folder b: no permission, or another program (such as Word or Excel) has it open"
    )


@pytest.mark.parametrize("command", ["check", "inspect", "annotate", "format", "convert", "verify"])
def test_names_of_files_do_not_control_the_terminal(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "\x1b[31m.txt"
    (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "r.json").write_text("{}", encoding="utf-8")
    words = {"convert": (name, "\x1b[0m.md"), "verify": ("r.json", name)}.get(command, (name,))
    ran = gxlint(monkeypatch, command, *words)
    assert ran.code == 2
    assert "\x1b" not in ran.out + ran.err
    assert ran.err
