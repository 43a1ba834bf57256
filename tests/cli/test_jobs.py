"""Several processes say what one says, whatever becomes of them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from gxlint.cli import pool
from gxlint.cli.targets import Target
from gxlint.cli.task import Task
from gxlint.cli.work import work as really_work
from gxlint.lint.session import Session
from gxlint.reporters.record import FileRecord
from tests.cli.running import gxlint, write

WRONG = ("28 | 1 | 0", "29 | 1 | 0")


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Reports good and bad, a note, and files that cannot be read."""
    for number in range(6):
        write(tmp_path, f"{number}.txt", WRONG if number % 3 == 0 else ("12", "12"))
    (tmp_path / "note.txt").write_text("周五下午开会", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("output", ["text", "json", "jsonl"])
def test_two_processes_say_what_one_says(inbox: Path, monkeypatch: pytest.MonkeyPatch, output: str) -> None:
    words = ("check", ".", "missing.txt", "--output-format", output, "--statistics", "--lang", "en")
    alone = gxlint(monkeypatch, *words, "--jobs", "1")
    assert gxlint(monkeypatch, *words, "--jobs", "2") == alone
    assert alone.code == 2


def test_fixing_in_two_processes(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "check", "0.txt", "3.txt", "--fix", "--unsafe-fixes", "--jobs", "2")
    assert ran.out == "已修改 2 处(2 个文件)\n2 份报告:没有发现问题;通过 2\n"


@pytest.mark.skipif(sys.platform != "linux", reason="the fault is planted by forking")
def test_a_process_that_dies_costs_one_file(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deadly(session: Session, task: Task, targets: Iterable[Target]) -> list[FileRecord]:
        targets = list(targets)
        if any(target.path == "3.txt" for target in targets):
            os._exit(9)
        return really_work(session, task, targets)

    monkeypatch.setattr(pool, "work", deadly)
    monkeypatch.setattr(pool, "_CHUNK", 2)
    ran = gxlint(
        monkeypatch, "check", *(f"{n}.txt" for n in range(6)), "--jobs", "2", "--output-format", "json"
    )
    files = {file["path"]: file for file in json.loads(ran.out)["files"]}
    assert ran.code == 2
    assert list(files) == [f"{n}.txt" for n in range(6)]
    (lost,) = files["3.txt"]["diagnostics"]
    assert lost["code"] == "GXL002"
    assert "3.txt" in lost["message"]
    assert "工作进程意外终止" in lost["message"]
    assert [files[f"{n}.txt"]["verdict"] for n in (0, 1, 2, 4, 5)] == ["fail", "pass", "pass", "pass", "pass"]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for another process")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_it_with_a_word(inbox: Path, jobs: str) -> None:
    # Enough to do for the signal to find it at work; --output shows that nothing half-written is left.
    for number in range(3000):
        (inbox / f"copy{number}.txt").hardlink_to(inbox / "0.txt")
    words = [sys.executable, "-m", "gxlint", "check", ".", "--jobs", jobs, "--output", "out.txt"]
    with subprocess.Popen(words, cwd=inbox, stderr=subprocess.PIPE, start_new_session=True) as running:
        deadline = time.monotonic() + 60
        while not list(inbox.glob(".out.txt.*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        _, complaint = running.communicate(timeout=60)
    assert running.returncode == 130
    assert complaint.decode("utf-8") == "gxlint: 已中断\n"
    assert not list(inbox.glob("*out.txt*"))
