"""Measures whole commands: started anew every time, as a user starts them."""

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.contest import Contest, take_turns
from benchmarks.installed import Installed

# Modules that checking with text output has no need of; the last one by preference only.
KEPT_OUT = ("pygls", "lsprotocol", "pydantic", "asyncio", "typer", "docx", "openpyxl", "lark")
_LISTING = """
import json, sys
from gxlint.cli.main import main
main(["check", sys.argv[1], "--output", sys.argv[2]])
print(json.dumps(sorted(sys.modules)))
"""


def _cold_contest(installed: Installed, inputs: Path, rounds: int) -> Iterator[Contest]:
    report = str(next((inputs / "fresh").iterdir()))
    ours = [installed.gxlint, "check", report]
    theirs = [installed.python, "-c", "pass"]
    yield take_turns(1, "one report", _command(installed, ours), _command(installed, theirs), rounds)


def _modules_contest(installed: Installed, inputs: Path, _rounds: int) -> Iterator[Contest]:
    import json

    report = str(next((inputs / "fresh").iterdir()))
    loaded: list[str] = json.loads(installed.run("-c", _LISTING, report, os.devnull))
    unwanted = [name for name in KEPT_OUT if name in loaded]
    label = f"{len(loaded)} modules; of those that have no place there: {', '.join(unwanted) or 'none'}"
    yield Contest(2, label, (float(len(unwanted)),), (1.0,))


def _batch_contest(installed: Installed, inputs: Path, rounds: int) -> Iterator[Contest]:
    folder = str(inputs / "batch-1000")

    def passes(_turn: int) -> float:
        return float(installed.run("-m", "benchmarks.floor", folder))

    yield take_turns(12, "text output", _command(installed, _check(installed, folder, "1")), passes, rounds)


def _jobs_contest(installed: Installed, inputs: Path, rounds: int) -> Iterator[Contest]:
    folder = str(inputs / "batch-1000")
    two, one = (_command(installed, _check(installed, folder, jobs)) for jobs in ("2", "1"))
    yield take_turns(13, f"{_cores()} cores", two, one, rounds)


def _memory_contest(installed: Installed, inputs: Path, rounds: int) -> Iterator[Contest]:
    large, small = (
        tuple(_peak(installed, _check(installed, str(inputs / name), "1")) for _ in range(min(rounds, 3)))
        for name in ("batch-10000", "batch-1000")
    )
    yield Contest(14, f"{large[0] / 1e6:.0f} MB against {small[0] / 1e6:.0f} MB", large, small)


CONTESTS: dict[int, Callable[[Installed, Path, int], Iterator[Contest]]] = {
    1: _cold_contest,
    2: _modules_contest,
    12: _batch_contest,
    13: _jobs_contest,
    14: _memory_contest,
}


def _check(installed: Installed, folder: str, jobs: str) -> list[str]:
    return [installed.gxlint, "check", folder, "--jobs", jobs, "--quiet", "--output", os.devnull]


def _command(installed: Installed, words: Sequence[str]) -> Callable[[int], object]:
    def run(_turn: int) -> None:
        code = subprocess.run(
            words, stdout=subprocess.DEVNULL, env=installed.environment, check=False
        ).returncode
        assert code in (0, 1), f"exit code {code}: {words}"  # 1: the reports have findings

    return run


def _peak(installed: Installed, words: Sequence[str]) -> float:
    """Bytes the process held at most."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, env=installed.environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), f"exit code {process.returncode}: {words}"
    return float(usage.ru_maxrss) * (1 if os.uname().sysname == "Darwin" else 1024)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
