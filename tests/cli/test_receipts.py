"""Receipts: what they say, and what ``verify`` makes of them."""

import json
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from gxlint import __version__
from tests.cli.running import Ran, good_text, gxlint, write


class Folder:
    """A folder with a clean report and one with an error, and a receipt for both."""

    def __init__(self, path: Path, patch: pytest.MonkeyPatch) -> None:
        self.path, self._patch = path, patch
        write(path, "clean.txt")
        write(path, "wrong.txt", ("一、总体情况", ""))
        patch.chdir(path)
        assert self.run("check", "clean.txt", "wrong.txt", "--receipt", "r.json").code == 1

    def __truediv__(self, name: str) -> Path:
        return self.path / name

    def run(self, *words: str) -> Ran:
        return gxlint(self._patch, *words)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    return Folder(tmp_path, monkeypatch)


def receipt(folder: Folder) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((folder / "r.json").read_text(encoding="utf-8"))
    return made


def test_it_names_the_bytes_the_versions_and_the_outcome(folder: Folder) -> None:
    made = receipt(folder)
    assert (made["receipt"], made["gxlint"], made["options"]) == (1, __version__, {})
    assert {"package": "gxlint", "version": __version__} in made["plugins"]
    clean, wrong = made["files"]
    assert clean["sha256"] == sha256((folder / "clean.txt").read_bytes()).hexdigest()
    assert (clean["verdict"], clean["year"], clean["format"]) == ("pass", 2024, "2021")
    assert wrong["verdict"] == "fail"
    assert "CN101" in wrong["coverage"]["failed"]
    assert wrong["findings"]["error"] >= 1


def test_the_report_is_shown_as_well(folder: Folder) -> None:
    shown = folder.run("check", "wrong.txt", "--receipt", "other.json").out
    assert "CN101" in shown


def test_it_holds_for_the_files_that_were_checked(folder: Folder) -> None:
    done = folder.run("verify", "r.json", "clean.txt", "wrong.txt")
    assert done.code == 0
    clean, wrong, summed_up = done.out.splitlines()
    assert [line.partition("检查的是同一文件,")[2][:3] for line in (clean, wrong)] == ["通过(", "未通过"]
    assert summed_up == "2 个文件:2 个与回执一致,0 个不一致"


def test_a_file_under_another_name_is_still_the_file(folder: Folder) -> None:
    (folder / "clean.txt").rename(folder / "renamed.txt")
    assert folder.run("verify", "r.json", "renamed.txt").code == 0


def test_a_file_that_was_changed_is_another_file(folder: Folder) -> None:
    (folder / "clean.txt").write_text(good_text() + "\n", encoding="utf-8")
    done = folder.run("verify", "r.json", "clean.txt", "wrong.txt")
    assert done.code == 1
    assert "clean.txt:检查之后改动过" in done.out


def test_files_that_it_does_not_speak_of(folder: Folder) -> None:
    (folder / "new.txt").write_text("新的", encoding="utf-8")
    done = folder.run("verify", "r.json", "new.txt", "nothing.txt")
    assert done.code == 1
    assert done.out.splitlines() == [
        "new.txt:回执里没有这个文件",
        "找不到文件 nothing.txt。请检查路径和文件名(连同扩展名)是否写对",
        "2 个文件:0 个与回执一致,2 个不一致",
    ]


def test_a_folder(folder: Folder) -> None:
    for unit in "甲乙":
        (folder / unit).mkdir()
        write(folder / unit, "报告.txt", ("业务培训", f"{unit}培训"))
    folder.run("check", "甲", "乙", "wrong.txt", "--receipt", "all.json")
    assert folder.run("verify", "all.json", "甲", "乙").out.splitlines()[2:] == [
        "2 个文件:2 个与回执一致,0 个不一致",
        "回执里还有 1 个文件不在其中:wrong.txt",
    ]
    write(folder / "乙", "报告.txt")
    done = folder.run("verify", "all.json", "甲", "乙")
    assert done.code == 1
    assert done.out.splitlines()[1] == "乙/报告.txt:检查之后改动过,回执对它无效,请重新检查"
    assert folder.run("verify", "all.json", "甲/报告.txt").out.count("\n") == 1


def test_the_time_is_that_of_the_clock_on_the_wall(folder: Folder) -> None:
    text = (folder / "r.json").read_text(encoding="utf-8")
    checked = receipt(folder)["checked"]
    shown = datetime.fromisoformat(checked).astimezone().strftime("%Y-%m-%d %H:%M")
    assert f"与 {shown} 检查的" in folder.run("verify", "r.json", "clean.txt").out
    (folder / "r.json").write_text(text.replace(checked, "昨天"), encoding="utf-8")
    assert "与 昨天 检查的" in folder.run("verify", "r.json", "clean.txt").out


def test_a_receipt_that_does_not_tell_the_truth(folder: Folder) -> None:
    text = (folder / "r.json").read_text(encoding="utf-8")
    (folder / "r.json").write_text(text.replace('"fail"', '"pass"'), encoding="utf-8")
    done = folder.run("verify", "r.json", "wrong.txt")
    assert done.code == 1
    assert "现在重新检查的结论不同:未通过" in done.out


def test_it_is_checked_anew_as_it_was_then(folder: Folder) -> None:
    assert (
        folder.run("check", "wrong.txt", "--ignore", "CN1", "--year", "2024", "--receipt", "r.json").code == 0
    )
    assert receipt(folder)["options"] == {"ignore": ["CN1"], "year": 2024}
    assert folder.run("verify", "r.json", "wrong.txt").code == 0


def test_other_versions_are_told(folder: Folder) -> None:
    text = (folder / "r.json").read_text(encoding="utf-8")
    (folder / "r.json").write_text(
        text.replace(f'"gxlint": "{__version__}"', '"gxlint": "0.0.1"'), encoding="utf-8"
    )
    done = folder.run("verify", "r.json", "clean.txt")
    assert done.code == 0
    assert f"gxlint 0.0.1 → {__version__}" in done.out.splitlines()[0]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "不是回执"),
        ("[]", "不是第 1 版回执"),
        ('{"receipt": 2}', "不是第 1 版回执(receipt)"),
        (
            '{"receipt": 1, "gxlint": "1", "plugins": [], "options": {}, "checked": "", "files": [{}]}',
            "files.0.path",
        ),
        ("[" * 100_000, "不是回执"),
    ],
    ids=["broken", "list", "version", "file", "deep"],
)
def test_what_is_no_receipt(folder: Folder, content: str, why: str) -> None:
    (folder / "bad.json").write_text(content, encoding="utf-8")
    done = folder.run("verify", "bad.json", "clean.txt")
    assert done.code == 2
    assert "回执 bad.json 无法使用" in done.err
    assert why in done.err


def test_wrong_usage(folder: Folder) -> None:
    assert folder.run("verify", "r.json").code == 2
    assert "nothing.json 无法使用:找不到文件或文件夹" in folder.run("verify", "nothing.json", "clean.txt").err
    done = folder.run("check", "clean.txt", "--fix", "--receipt", "x.json")
    assert (done.code, (folder / "x.json").exists()) == (2, False)
    assert folder.run("check", "clean.txt", "--receipt", "clean.txt").code == 2
    assert (folder / "clean.txt").read_text(encoding="utf-8") == good_text()


def test_in_english(folder: Folder) -> None:
    done = folder.run("verify", "r.json", "clean.txt", "--lang", "en")
    assert "the file that was checked at" in done.out
