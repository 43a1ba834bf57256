"""The worker: one job after the other, each of which can be called off."""

from __future__ import annotations

import asyncio
import time
from contextlib import contextmanager
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from gxlint.lsp.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator


@contextmanager
def working() -> Iterator[Worker]:
    worker = Worker()
    thread = Thread(target=worker.run)
    thread.start()
    yield worker
    worker.finish()
    thread.join()


def run(work: Callable[[Worker], Coroutine[None, None, None]]) -> None:
    with working() as worker:
        asyncio.run(work(worker))


def endless(started: Event) -> Callable[[], None]:
    def work() -> None:
        started.set()
        try:
            while True:
                time.sleep(0.001)
        except Exception:  # as rules may do
            pytest.fail("it was an Exception")

    return work


def test_jobs_are_done_in_order() -> None:
    done: list[int] = []

    async def work(worker: Worker) -> None:
        await asyncio.gather(*(worker.submit(partial(done.append, number)) for number in range(50)))

    run(work)
    assert done == list(range(50))


def test_an_error_is_the_job_s() -> None:
    async def work(worker: Worker) -> None:
        with pytest.raises(ZeroDivisionError):
            await worker.submit(lambda: 1 // 0)
        assert await worker.submit(lambda: 5) == 5

    run(work)


def test_it_is_busy_while_it_works() -> None:
    states: list[bool] = []

    async def work(worker: Worker) -> None:
        await worker.submit(lambda: states.append(worker.busy))

    with working() as worker:
        asyncio.run(work(worker))
    states.append(worker.busy)
    assert states == [True, False]


def test_a_job_is_called_off_in_the_middle() -> None:
    async def work(worker: Worker) -> None:
        started = Event()
        long = worker.submit(endless(started))
        after = worker.submit(lambda: 5)
        assert await asyncio.to_thread(started.wait, 20)
        assert worker.busy
        worker.call_off(long)
        assert await asyncio.wait_for(after, 20) == 5
        assert long.cancelled()

    run(work)


def test_a_job_is_called_off_before_it_begins() -> None:
    async def work(worker: Worker) -> None:
        started = Event()
        done: list[int] = []
        long = worker.submit(endless(started))
        never = worker.submit(lambda: done.append(1))
        worker.call_off(never)
        assert await asyncio.to_thread(started.wait, 20)
        worker.call_off(long)
        assert await worker.submit(lambda: 5) == 5
        assert done == []

    run(work)


def test_nothing_is_lost_however_often_jobs_are_called_off() -> None:
    async def work(worker: Worker) -> None:
        for number in range(300):
            short = worker.submit(lambda: time.sleep(0))
            if number % 3:
                await asyncio.sleep(0)
            worker.call_off(short)
            if number % 2:
                assert await asyncio.wait_for(worker.submit(partial(abs, -number)), 20) == number

    run(work)


def test_the_background_comes_last() -> None:
    done: list[str] = []

    async def work(worker: Worker) -> None:
        started = Event()
        first = worker.submit(partial(started.wait, 20))
        behind = [
            worker.submit(partial(done.append, f"later {number}"), background=True) for number in (1, 2)
        ]
        before = [worker.submit(partial(done.append, f"soon {number}")) for number in (1, 2)]
        started.set()
        await asyncio.gather(first, *behind, *before)

    run(work)
    assert done == ["soon 1", "soon 2", "later 1", "later 2"]


def test_the_background_makes_way() -> None:
    async def work(worker: Worker) -> None:
        started, urgent = Event(), Event()
        begun = 0

        def long() -> int:
            nonlocal begun
            begun += 1
            started.set()
            while not urgent.is_set():
                time.sleep(0.001)
            return begun

        behind = worker.submit(long, background=True)
        await asyncio.to_thread(started.wait)
        await asyncio.wait_for(worker.submit(urgent.set), 20)
        assert await asyncio.wait_for(behind, 20) == 2  # it was begun anew

    run(work)


def test_the_background_is_not_waited_for_in_the_end() -> None:
    async def work(worker: Worker) -> None:
        started = Event()
        worker.submit(endless(started), background=True)
        await asyncio.to_thread(started.wait)
        await asyncio.wait_for(worker.submit(worker.finish), 20)

    run(work)
