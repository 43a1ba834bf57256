"""Checking in several processes. A process that dies costs the file that killed it, nothing else."""

from __future__ import annotations

import sys
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gxlint.cli.work import failed, work
from gxlint.lint.session import Session
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from gxlint.cli.targets import Target
    from gxlint.cli.task import Task
    from gxlint.lint.session import Settings
    from gxlint.reporters.record import FileRecord

_CHUNK = 64
# Chunks under way per process: enough that none waits, few enough that memory stays flat.
_AHEAD = 3

Chunk = tuple["Target", ...]


class _Worker:
    """The session of this worker process, made once."""

    session: Session


def check_in_pool(
    session: Session, task: Task, targets: Sequence[Target], processes: int
) -> Iterator[FileRecord]:
    """Records in the order of the targets."""
    size = max(1, min(_CHUNK, len(targets) // (processes * 4)))
    chunks = (tuple(targets[place : place + size]) for place in range(0, len(targets), size))
    run = _Run(session, task, processes)
    try:
        yield from run.records(chunks)
    finally:
        run.stop()


class _Run:
    def __init__(self, session: Session, task: Task, processes: int) -> None:
        self._settings, self._task, self._processes = session.settings, task, processes
        _Worker.session = session  # forked processes inherit it instead of making their own
        self._pool = self._open(processes)

    def records(self, chunks: Iterator[Chunk]) -> Iterator[FileRecord]:
        waiting: deque[tuple[Chunk, Future[list[FileRecord]]]] = deque()
        more = True
        while more or waiting:
            while more and len(waiting) < self._processes * _AHEAD:
                chunk = next(chunks, None)
                more = chunk is not None
                if chunk is not None:
                    waiting.append((chunk, self._submit(chunk)))
            if waiting:
                chunk, future = waiting.popleft()
                yield from self._result(chunk, future, waiting)

    def stop(self) -> None:
        """End the processes at once: on Ctrl-C nobody wants to wait for what they are at."""
        from multiprocessing import active_children

        self._pool.shutdown(wait=False, cancel_futures=True)
        for child in active_children():
            child.terminate()

    def _result(
        self,
        chunk: Chunk,
        future: Future[list[FileRecord]],
        waiting: deque[tuple[Chunk, Future[list[FileRecord]]]],
    ) -> Iterator[FileRecord]:
        try:
            yield from future.result()
        except BrokenProcessPool:
            # Which file it was is unknown: this chunk is done again file by file, all others under way anew.
            yield from map(self._alone, chunk)
            self._pool = self._open(self._processes)
            again = [(later, self._submit(later)) for later, _ in waiting]
            waiting.clear()
            waiting.extend(again)

    def _alone(self, target: Target) -> FileRecord:
        with self._open(1) as pool:
            try:
                return pool.submit(_work, self._task, (target,)).result()[0]
            except BrokenProcessPool:
                why = say(
                    self._task.lang,
                    "工作进程意外终止,可能是内存不足",
                    "the worker process died, perhaps for want of memory",
                )
                return failed(target, self._task.lang, why)

    def _submit(self, chunk: Chunk) -> Future[list[FileRecord]]:
        try:
            with _undisturbed():
                return self._pool.submit(_work, self._task, chunk)
        except BrokenProcessPool as broken:  # answered for, like the chunks lost with it, when its turn comes
            future: Future[list[FileRecord]] = Future()
            future.set_exception(broken)
            return future

    def _open(self, processes: int) -> ProcessPoolExecutor:
        from multiprocessing import get_context

        forks = sys.platform == "linux"
        start: Callable[..., None] = _start_forked if forks else _start
        return ProcessPoolExecutor(
            processes,
            mp_context=get_context("fork" if forks else "spawn"),
            initializer=start,
            initargs=() if forks else (self._settings,),
        )


def _start(settings: Settings) -> None:
    _start_forked()
    _Worker.session = Session(settings)


def _start_forked() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to answer


def _work(task: Task, chunk: Chunk) -> list[FileRecord]:
    return work(_Worker.session, task, chunk)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back Ctrl-C while a worker comes into being: one that is struck half made hangs, and the run with it."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
