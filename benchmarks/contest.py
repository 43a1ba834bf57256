"""Two contestants taking turns in one run. The figure is the median of the paired ratios."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter

Turn = Callable[[int], object]
"""Does the work of one round; given the number of the round. A number returned is taken for the seconds it took."""


@dataclass(frozen=True)
class Contest:
    """Seconds (or bytes, or counts) of both sides, round by round. ``number`` is the budget's."""

    number: int
    label: str
    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How many times as much we take as what we are held against."""
        return median(our / their for our, their in zip(self.ours, self.theirs, strict=True))

    def as_json(self) -> str:
        """One line, for the process that started this one."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> "Contest":
        """What ``as_json`` wrote."""
        data = json.loads(line)
        return cls(data["number"], data["label"], tuple(data["ours"]), tuple(data["theirs"]))


def take_turns(number: int, label: str, ours: Turn, theirs: Turn, rounds: int) -> Contest:
    """Both do their work once unmeasured, then in every round one after the other, each first every other time."""
    ours(0), theirs(0)
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(1, rounds + 1):
        for side in (0, 1) if turn % 2 else (1, 0):
            times[side].append(_seconds((ours, theirs)[side], turn))
    return Contest(number, label, tuple(times[0]), tuple(times[1]))


def _seconds(work: Turn, turn: int) -> float:
    start = perf_counter()
    told = work(turn)
    taken = perf_counter() - start
    return told if isinstance(told, float) else taken
