"""Ends what never ends: a timer looks once in a while at what foreign code is busy with.

What is guarded costs nothing: only when the timer strikes is the call stack searched for the guard, whose local
variables tell who is at work. Who is found at work ten times in a row of ten equal shares of his time is stopped. So
a busy machine, or one that was asleep, blames nobody wrongly, and a catastrophic regular expression is caught, too.

Works in the main thread of systems that have interval timers, which all but Windows have; elsewhere nothing is
stopped. ``GXLINT_RULE_SECONDS`` sets how long a rule may work on one report; 0 is for ever.
"""

import os
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import CodeType, FrameType
from typing import Any

VARIABLE = "GXLINT_RULE_SECONDS"
_SECONDS = 10.0
_SHARES = 10


class TookTooLong(BaseException):
    """Foreign code was stopped. No ``Exception``, which that code itself might catch.

    Attributes:
        who: what the guard says is to blame.
        seconds: how long it was at work.
    """

    def __init__(self, who: Hashable, seconds: float) -> None:
        super().__init__(f"{who} took longer than {seconds:g} s")
        self.who, self.seconds = who, seconds


def seconds_allowed() -> float:
    """How long a rule may work on one report; 0 for as long as it wants."""
    asked = os.environ.get(VARIABLE, "")
    try:
        return max(0.0, float(asked)) if asked else _SECONDS
    except ValueError:
        return _SECONDS


@contextmanager
def time_limit(
    guard: CodeType,
    culprit: Callable[[Mapping[str, Any]], Hashable],
    name: Callable[[Any], str],
    *,
    times: int = 1,
) -> Iterator[None]:
    """Raise ``TookTooLong`` inside whatever works too long below a guard.

    Args:
        guard: the code of the function that calls foreign code.
        culprit: who is to blame, told by the local variables of that function; none for nobody.
        name: what to call him, in case that he cannot be stopped.
        times: how many times as long as a rule it may take.
    """
    seconds = seconds_allowed() * times
    signals = _timers() if seconds else None
    if signals is None:
        yield
        return
    watch = _Watch(guard, culprit, name, seconds)
    try:
        before = signals.signal(signals.SIGALRM, watch.strike)
    except ValueError:  # not the main thread
        yield
        return
    share = seconds / _SHARES
    signals.setitimer(signals.ITIMER_REAL, share, share)
    try:
        yield
    finally:
        signals.setitimer(signals.ITIMER_REAL, 0)
        signals.signal(signals.SIGALRM, before)


class _Watch:
    """Counts who is at work whenever the timer strikes."""

    def __init__(
        self,
        guard: CodeType,
        culprit: Callable[[Mapping[str, Any]], Hashable],
        name: Callable[[Any], str],
        seconds: float,
    ) -> None:
        self._guard, self._culprit, self._name, self._seconds = guard, culprit, name, seconds
        self._seen: dict[Hashable, int] = {}

    def strike(self, _signal: int, frame: FrameType | None) -> None:
        while frame is not None and frame.f_code is not self._guard:
            frame = frame.f_back
        who = None if frame is None else self._culprit(frame.f_locals)
        if who is None:
            return
        self._seen[who] = seen = self._seen.get(who, 0) + 1
        if seen >= 2 * _SHARES:  # it catches everything, even this: nothing short of the end stops it
            _end(self._name(who), self._seconds)
        if seen >= _SHARES:
            raise TookTooLong(who, self._seconds)


def _timers() -> Any:
    """The module of signals, where it has timers and nobody else uses them; none otherwise."""
    # signal itself makes enumerations of all its names, which takes longer than checking a small report.
    signals = import_module("_signal")
    if not hasattr(signals, "setitimer") or signals.getitimer(signals.ITIMER_REAL)[0]:
        return None
    return signals


def _end(who: str, seconds: float) -> None:
    text = (
        f"gxlint: {who} 运行超过 {seconds:g} 秒仍未结束,也无法停止,检查中断。请升级或卸载其软件包,并告知其维护者\n"
        f"gxlint: {who} did not end within {seconds:g} s and could not be stopped. "
        "Upgrade or uninstall its package, and tell its maintainer\n"
    )
    os.write(2, text.encode())
    os._exit(2)
