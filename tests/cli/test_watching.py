"""``--watch``, with a program of its own that is interrupted in the end."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import IO

import pytest

from gxlint.cli import watching as watched
from tests.cli.running import good_text, gxlint, write

_CHECKED = "已检查,文件保存后再查"


@contextmanager
def watching(folder: Path, *words: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "gxlint", "check", *words, "--watch"]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    with (folder / "out").open("w") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment,
        )
        patience = Timer(60, process.kill)
        patience.start()
        try:
            yield process
        finally:
            patience.cancel()
            process.kill()
            process.wait()


def until_checked(stream: IO[str] | None) -> list[str]:
    """What is said up to the end of the next run."""
    assert stream is not None
    said: list[str] = []
    while _CHECKED not in (line := stream.readline()):
        assert line, said
        said.append(line)
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for a child of this kind")
def test_it_checks_again_when_a_file_is_saved_and_ends_when_interrupted(tmp_path: Path) -> None:
    report = write(tmp_path, "report.txt")
    with watching(tmp_path, "report.txt", "--output-format", "text", "--receipt", "r.json") as process:
        assert until_checked(process.stderr) == []
        report.write_text(good_text().replace("一、总体情况", "一、总体的情况"), encoding="utf-8")
        assert until_checked(process.stderr) == []
        (tmp_path / "gxlint.toml").write_text("selct = []", encoding="utf-8")
        until_told(process.stderr, True)
        (tmp_path / "gxlint.toml").write_text('select = ["CN101"]', encoding="utf-8")
        until_told(process.stderr, False)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    told = (tmp_path / "out").read_text(encoding="utf-8")
    assert told.count("1 份报告") >= 3
    assert "CN103" in told


def until_told(stream: IO[str] | None, wrong: bool) -> None:
    """Until a run says that the configuration is wrong, or that it is not: one that is saved may be seen twice."""
    while any("未知的键 selct" in line for line in until_checked(stream)) is not wrong:
        pass


def test_an_interruption_right_after_a_run_keeps_what_it_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupted(_lang: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(watched, "_tell", interrupted)
    assert watched.keep_checking(lambda: 1, [str(tmp_path)], (), "zh") == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--fix"], "--watch 不能与 --fix 合用"),
        (["--write-baseline", "b.json"], "--watch 不能与 --write-baseline 合用"),
        (["-"], "--watch 不能用于标准输入"),
    ],
)
def test_what_makes_no_sense_time_and_again(
    monkeypatch: pytest.MonkeyPatch, words: list[str], why: str
) -> None:
    done = gxlint(monkeypatch, "check", "--watch", *words)
    assert done.code == 2
    assert why in done.err
