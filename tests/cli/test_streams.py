"""Standard streams that take nothing, or are not there."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gxlint.cli.main import main
from tests.cli.running import write


class _Full(io.TextIOBase):
    """A stream on a disk without room."""

    encoding = "utf-8"

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("words", [["check", "a.txt"], ["--version"], ["--help"], ["rules"]])
def test_a_full_disk_is_no_internal_error(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "a.txt")
    monkeypatch.setattr("sys.stdout", _Full())
    assert main(words) == 2
    assert capsys.readouterr().err == "gxlint: 结果未能写出:磁盘已满\n"


@pytest.mark.parametrize("name", ["stdin", "stdout", "stderr"])
def test_a_stream_that_is_closed(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "a.txt", ("一、总体情况", ""))
    monkeypatch.setattr(f"sys.{name}", None)
    assert main(["check", "a.txt", "--output-format", "json=r.json"]) == 1
    assert (tmp_path / "r.json").stat().st_size


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is full")
def test_the_process_ends_as_it_should(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "gxlint", "check", str(path)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
        )
    assert (done.returncode, done.stderr) == (2, "gxlint: 结果未能写出:磁盘已满\n")
