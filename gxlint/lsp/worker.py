"""Does the work that takes time, on the main thread; messages are answered on another.

On the main thread, because a rule that never ends can be stopped there alone.
"""

import ctypes
import logging
from asyncio import AbstractEventLoop, Future, get_running_loop
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from threading import get_ident
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
_log = logging.getLogger(__name__)
# For so many seconds may work in the background go on when something urgent has come in.
_GRACE = 0.05


class _CalledOff(BaseException):
    """Nobody wants the result any more. No ``Exception``, which the work itself might catch."""


class _Job(NamedTuple):
    work: Callable[[], Any]
    loop: AbstractEventLoop
    future: "Future[Any]"
    background: bool = False


class Worker:
    """One job after the other, those in the background when there is nothing else to do."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        # What wakes the worker is no job: were it interrupted just then, it would lose it.
        self._jobs: deque[_Job | None] = deque()
        self._background: deque[_Job | None] = deque()
        self._news: SimpleQueue[None] = SimpleQueue()
        self._current: _Job | None = None
        self._thread = 0

    @property
    def busy(self) -> bool:
        """Whether it is in the middle of something."""
        return self._current is not None

    def submit(self, work: Callable[[], T], *, background: bool = False) -> "Future[T]":
        """Have something done. To be called from a running event loop, which the future belongs to.

        What is done in the background makes way for everything else; it may be begun anew for that.
        """
        loop = get_running_loop()
        job = _Job(work, loop, loop.create_future(), background)
        self._put(job)
        current = self._current
        if not background and current is not None and current.background:
            loop.call_later(_GRACE, self._interrupt, current)
        return job.future

    def call_off(self, future: "Future[Any]") -> None:
        """Give a job up, in the middle of it if need be. From its event loop."""
        future.cancel()
        job = self._current
        if job is not None and job.future is future:
            self._interrupt(job)

    def finish(self) -> None:
        """End ``run`` once all is done but what is in the background. From any thread."""
        self._put(None)

    def run(self) -> None:
        """Work until ``finish`` is called."""
        self._thread = get_ident()
        while True:
            try:
                if self._work_off():
                    return
                self._news.get()
            except _CalledOff:
                # It may strike a moment too late, in the next job: whatever is not done yet is begun anew.
                continue

    def _interrupt(self, job: _Job) -> None:
        """Stop a job if it is the current one. Unless its future is done, it will be begun anew."""
        if self._current is job:
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(self._thread), ctypes.py_object(_CalledOff)
            )

    def _put(self, job: _Job | None) -> None:
        (self._background if job is not None and job.background else self._jobs).append(job)
        self._news.put(None)

    def _work_off(self) -> bool:
        """Do all jobs that there are; whether the last of them has been."""
        while lane := self._jobs or self._background:
            job = lane[0]
            if job is None:
                return True
            self._current = job
            if not job.future.done():
                _work(job)
            self._current = None
            lane.popleft()
        return False


def _work(job: _Job) -> None:
    try:
        result, error = job.work(), None
    except Exception as caught:
        result, error = None, caught
    try:
        job.loop.call_soon_threadsafe(_deliver, job.future, result, error)
    except RuntimeError:  # its connection is gone
        _log.debug("nobody waits for the result any more")


def _deliver(future: "Future[Any]", result: object, error: Exception | None) -> None:
    if future.done():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)
