"""Measures the language server, as a client on its standard streams sees it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from benchmarks.contest import Contest, take_turns
from benchmarks.wire import Wire

_KEYSTROKES = 7  # a round
_LARGE = 90  # reports
_MOST_LARGE = 10  # rounds
_BURST = 50
_PATIENCE = 0.05  # seconds, on a quiet machine


class Programs(Protocol):
    """Where gxlint is installed."""

    @property
    def python(self) -> str:
        """The interpreter."""

    @property
    def environment(self) -> dict[str, str]:
        """The variables to run it with."""


def _start_contest(installed: Programs, _inputs: Path, rounds: int) -> Iterator[Contest]:
    def start(module: str, *words: str) -> Callable[[int], float]:
        def turn(_turn: int) -> float:
            with _wire(installed, module, *words) as wire:
                return wire.seconds

        return turn

    yield take_turns(3, "standard streams", start("gxlint", "server"), start("benchmarks.trivial"), rounds)


def _typing_contest(installed: Programs, inputs: Path, rounds: int) -> Iterator[Contest]:
    yield _typing(installed, _report(inputs), rounds * _KEYSTROKES, 7, "9 KB, in prose")


def _large_contest(installed: Programs, inputs: Path, rounds: int) -> Iterator[Contest]:
    yield _typing(installed, _large(inputs), min(rounds, _MOST_LARGE), 8, "700 KB, in prose")


def _slowest_contest(installed: Programs, inputs: Path, rounds: int) -> Iterator[Contest]:
    every = _typing(installed, _report(inputs), rounds * _KEYSTROKES, 9, "9 KB, in prose")
    ours, theirs = (sorted(side)[len(side) * 99 // 100] for side in (every.ours, every.theirs))
    yield Contest(9, every.label, (ours,), (theirs,))


def _burst_contest(installed: Programs, inputs: Path, _rounds: int) -> Iterator[Contest]:
    with _wire(installed, "gxlint", "server") as wire:
        wire.open(_report(inputs))
        yield Contest(10, "9 KB, in prose", (float(wire.burst(_BURST)),), (1.0,))


def _hover_contest(installed: Programs, inputs: Path, rounds: int) -> Iterator[Contest]:
    with _wire(installed, "gxlint", "server") as wire:
        wire.open(_large(inputs))
        times = tuple(wire.hover_meanwhile() for _ in range(min(rounds, _MOST_LARGE)))
        yield Contest(11, "700 KB", times, (_PATIENCE,) * len(times))


CONTESTS: dict[int, Callable[[Programs, Path, int], Iterator[Contest]]] = {
    3: _start_contest,
    7: _typing_contest,
    8: _large_contest,
    9: _slowest_contest,
    10: _burst_contest,
    11: _hover_contest,
}


def _typing(installed: Programs, text: str, keystrokes: int, number: int, label: str) -> Contest:
    with ExitStack() as stack:
        ours, theirs = (
            stack.enter_context(_wire(installed, *words))
            for words in (("gxlint", "server"), ("benchmarks.trivial",))
        )
        for wire in (ours, theirs):
            wire.open(text)
        return take_turns(number, label, lambda _: ours.keystroke(), lambda _: theirs.keystroke(), keystrokes)


def _wire(installed: Programs, module: str, *words: str) -> Wire:
    return Wire([installed.python, "-m", module, *words], installed.environment)


def _large(inputs: Path) -> str:
    files = sorted((inputs / "fresh").iterdir())
    return "\n".join(files[number % len(files)].read_text(encoding="utf-8") for number in range(_LARGE))


def _report(inputs: Path) -> str:
    return max((path.read_text(encoding="utf-8") for path in (inputs / "fresh").iterdir()), key=len)
