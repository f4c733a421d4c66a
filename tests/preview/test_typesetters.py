"""Processes that stay warm, die, hang and are replaced."""

from __future__ import annotations

import asyncio
import gc
import os
import tempfile
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from guidepub.findings.errors import UsageError
from guidepub.preview.workers import (
    SupersededError,
    UnforeseenError,
    Worker,
    WorkerLostError,
    expect_steps,
    go_on,
    send_early,
)

CALLS: list[int] = []


def nothing():
    pass


def count():
    CALLS.append(1)
    return os.getpid(), len(CALLS)


def fail(kind):
    raise {"usage": UsageError("no"), "other": ZeroDivisionError("no")}[kind]


def die():
    os._exit(3)


def sleep():
    time.sleep(60)


def work_on():
    for _ in range(2000):
        time.sleep(0.01)
        go_on()


def take_steps():
    expect_steps(3)
    for _ in range(5):
        go_on()


def report_twice():
    for part in ("one", "two"):
        send_early(part)
    return "all"


def with_worker(use):
    """Run a coroutine function with a worker, and end the worker."""

    async def run():
        worker = Worker(nothing)
        try:
            return await use(worker)
        finally:
            await worker.close()

    return ThreadPoolExecutor(1).submit(asyncio.run, run()).result()


def test_temporary_files_of_a_process_go_with_it():
    async def use(worker):
        left = Path(await worker.call(tempfile.mkdtemp))
        assert left.exists()
        return left

    assert not with_worker(use).exists()


def test_a_process_stays_and_remembers():
    async def use(worker):
        return [await worker.call(count) for _ in range(3)]

    answers = with_worker(use)
    assert [number for _, number in answers] == [1, 2, 3]
    assert len({process for process, _ in answers}) == 1
    assert answers[0][0] != os.getpid()


def test_what_goes_wrong_is_raised_here_and_the_process_goes_on():
    async def use(worker):
        with pytest.raises(UsageError, match="no"):
            await worker.call(fail, "usage")
        with pytest.raises(UnforeseenError, match="ZeroDivisionError: no"):
            await worker.call(fail, "other")
        return await worker.call(count)

    assert with_worker(use)[1] == 1


def test_a_process_that_dies_or_hangs_is_replaced():
    async def use(worker):
        first = await worker.call(count)
        with pytest.raises(WorkerLostError):
            await worker.call(die)
        second = await worker.call(count)
        with pytest.raises(WorkerLostError):
            await worker.call(sleep, seconds=0.2)
        third = await worker.call(count)
        return [process for process, _ in (first, second, third)]

    assert len(set(with_worker(use))) == 3


def test_what_is_no_longer_wanted_is_given_up():
    async def use(worker):
        begun = asyncio.create_task(worker.call(work_on))
        await asyncio.sleep(0.5)
        worker.give_up()
        with pytest.raises(SupersededError):
            await begun
        # It holds for what was going on, not for what comes next.
        return await worker.call(count)

    assert with_worker(use)[1] == 1


def test_a_refreshed_process_has_forgotten_all():
    async def use(worker):
        before = await worker.call(count)
        await worker.refresh()
        return before, await worker.call(count)

    before, after = with_worker(use)
    assert before[0] != after[0]
    assert after[1] == 1


class Kept:
    """An object that refers to itself, as boxes of a layout do."""

    def __init__(self):
        self.own = self


LEFT: list[weakref.ref[Kept]] = []


def leave():
    LEFT.append(weakref.ref(Kept()))
    return gc.isenabled()


def left():
    return sum(ref() is not None for ref in LEFT)


def test_frees_what_an_answer_left_behind_when_nobody_waits():
    async def use(worker):
        looked_for = await worker.call(leave)
        at_once = await worker.call(left)
        await asyncio.sleep(1)
        return looked_for, at_once, await worker.call(left)

    assert with_worker(use) == (False, 1, 0)


def test_frees_what_many_answers_left_behind_though_one_follows_the_other():
    async def use(worker):
        for _ in range(20):
            await worker.call(leave)
        return await worker.call(left)

    assert with_worker(use) < 20


def test_it_reports_its_progress_and_begins_again_with_each_call():
    async def use(worker):
        before = worker.steps
        await worker.call(take_steps)
        done = worker.steps
        await worker.call(nothing)
        return before, done, worker.steps

    assert with_worker(use) == ((0, 0), (3, 3), (0, 0))


def test_what_is_reported_before_the_answer_arrives_in_order_and_before_it():
    reports = []

    async def use(worker):
        answer = await worker.call(report_twice, take_early=reports.append)
        # Who does not listen gets the answer alone.
        return answer, list(reports), await worker.call(report_twice)

    assert with_worker(use) == ("all", ["one", "two"], "all")
