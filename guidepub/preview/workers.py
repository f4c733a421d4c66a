"""Processes that stay warm: each does one thing at a time, and is replaced when it dies.

WeasyPrint is not safe in two threads and holds the interpreter while it works, so the
server itself never renders. The pool of `batch` is another thing: it tries again what cost a
worker and sees each task to its end, where an author waits and the next save comes.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from guidepub.files import keep_scratch_in, private_folder
from guidepub.files.dates import monotonic
from guidepub.findings.errors import GuidepubError, kind_and_reason
from guidepub.workers.confinement import limit_memory
from guidepub.workers.starting import start

_Answer = TypeVar("_Answer")

# Calls after which a process is replaced: the libraries below keep a little of each book.
_CALLS = 150
# Seconds after which a process that has nothing to do frees what its answers left behind.
_IDLE = 0.1
# Answers whose remains may wait for that.
_UNSWEPT = 4
# Bytes of address space for a process, so that no guide takes the machine down.
_MEMORY = 3 * 1024**3
_SPAWN = multiprocessing.get_context("spawn")


class SupersededError(GuidepubError):
    """What was asked for is no longer wanted."""


class WorkerLostError(GuidepubError):
    """A process died or did not come to an end in time."""


# In a worker: the byte that the server shares with it, not 0 when nobody waits any more.
_SHARED: list[Any] = []
# In a worker: how many steps it has taken, and how many it expects to take, for the server.
_STEPS: list[Any] = []
# In a worker: the way to the server.
_WAY_BACK: list[Connection] = []


def go_on() -> None:
    """Give up if nobody waits any more; called by what runs in a worker.

    Raises:
        SupersededError: something newer is wanted.
    """
    if any(byte.value for byte in _SHARED):
        raise SupersededError("Something newer is wanted.")
    for steps in _STEPS:
        steps[0] += 1


def tell(part: Any) -> None:
    """Hand something over before the answer is there, to what was given to `Worker.call` for it."""
    for orders in _WAY_BACK:
        orders.send((None, part))


def expect_steps(count: int) -> None:
    """Say how often `go_on` will be called from now on, about."""
    for steps in _STEPS:
        steps[:] = [0, count]


class UnforeseenError(GuidepubError):
    """Something went wrong in a process that nobody has thought of."""


class _Process:
    """One process and the way to it."""

    def __init__(self, warm: Callable[[], None]) -> None:
        self.give_up = _SPAWN.RawValue("b", 0)
        self._here, there = _SPAWN.Pipe()
        self.steps = _SPAWN.RawArray("i", 2)
        # What it has not removed when it is ended goes with it.
        self._scratch = private_folder()
        shared = (there, self.give_up, self.steps, self._scratch.name, warm)
        self._process = _SPAWN.Process(target=_work, args=shared, daemon=True)
        start(self._process)
        there.close()
        self.calls = 0

    def ask(
        self,
        order: tuple[Callable[..., Any], tuple[Any, ...]],
        seconds: float,
        take_early: Callable[[Any], None] = lambda _: None,
    ) -> Any:
        """Return what a function gives in the process; `take_early` gets what it sends before.

        Raises:
            WorkerLostError: the process died, or did not answer in time.
        """
        self.calls += 1
        try:
            self._here.send(order)
            end, good = monotonic() + seconds, None
            while good is None:
                if not self._here.poll(max(end - monotonic(), 0)):
                    message = f"It did not come to an end within {seconds:.0f} seconds."
                    raise WorkerLostError(message)
                good, answer = self._here.recv()
                if good is None:
                    take_early(answer)
        except (EOFError, OSError) as error:
            raise WorkerLostError("The process that makes the pages ended.") from error
        if good:
            return answer
        raise answer

    def end(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.join(5)
        self._here.close()
        self._scratch.cleanup()


class Worker:
    """A warm process that is asked for one thing after the other.

    `warm` is called in the process at its beginning, before anything is asked of it.
    """

    def __init__(self, warm: Callable[[], None]) -> None:
        self._warm = warm
        self._thread = ThreadPoolExecutor(1)
        self._turn = asyncio.Lock()
        self._process = _Process(warm)
        self._next: asyncio.Task[_Process] | None = None

    async def call(
        self,
        function: Callable[..., _Answer],
        *arguments: Any,
        seconds: float = 60,
        take_early: Callable[[Any], None] = lambda _: None,
    ) -> _Answer:
        """Return what a function gives in the process; `take_early` gets what it sends before.

        Raises:
            WorkerLostError: the process died or took too long; the next call has a new one.
            SupersededError: `give_up` was called meanwhile.
        """
        async with self._turn:
            if self._next is not None and self._next.done():
                old, self._process = self._process, self._next.result()
                self._next = None
                await asyncio.to_thread(old.end)
            process = self._process
            process.give_up.value = 0
            process.steps[:] = [0, 0]
            loop = asyncio.get_running_loop()

            def hand_over(part: Any) -> None:
                loop.call_soon_threadsafe(take_early, part)

            order = function, arguments
            try:
                answer: _Answer = await loop.run_in_executor(
                    self._thread, process.ask, order, seconds, hand_over
                )
            except WorkerLostError:
                await self._begin_anew()
                raise
            if process.calls >= _CALLS and self._next is None:
                self._next = asyncio.create_task(asyncio.to_thread(self._successor))
            return answer

    @property
    def steps(self) -> tuple[int, int]:
        """How many steps the process has taken of what it is at, and of how many; 0 if unknown."""
        done, count = self._process.steps
        return min(done, count), count

    def give_up(self) -> None:
        """Let the process stop what it is at, at the next place where it can."""
        self._process.give_up.value = 1

    async def refresh(self) -> None:
        """Replace the process by one that has read nothing yet, such as a theme's old files."""
        self.give_up()
        async with self._turn:
            await self._begin_anew()

    async def close(self) -> None:
        """End the process."""
        await asyncio.to_thread(self._process.end)
        if self._next is not None:
            with contextlib.suppress(Exception):
                (await self._next).end()
        self._thread.shutdown(wait=False)

    async def _begin_anew(self) -> None:
        if self._next is not None:
            (await self._next).end()
            self._next = None
        await asyncio.to_thread(self._process.end)
        self._process = await asyncio.to_thread(_Process, self._warm)

    def _successor(self) -> _Process:
        process = _Process(self._warm)
        # It answers only after it has warmed itself up.
        process.ask((_ready, ()), 60)
        return process


def _ready() -> None:
    pass


def _work(
    orders: Connection, give_up: Any, steps: Any, scratch: str, warm: Callable[[], None]
) -> None:
    """Answer orders until there are none; what goes wrong with one is its answer."""
    _SHARED.append(give_up)
    _STEPS.append(steps)
    _WAY_BACK.append(orders)
    # The server hears the author's Ctrl+C and ends this process itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(_MEMORY)
    keep_scratch_in(scratch)
    parent = os.getppid()
    # While an author waits for an answer, the collector would go through what layouts leave
    # behind again and again.
    gc.disable()
    warm()
    gc.freeze()
    unswept = 0
    while True:
        try:
            if unswept and (unswept > _UNSWEPT or not orders.poll(_IDLE)):
                gc.collect()
                unswept = 0
            while not orders.poll(5):
                if os.getppid() != parent:
                    return
            function, arguments = orders.recv()
        except (EOFError, OSError):
            return
        try:
            unswept += 1
            keep_scratch_in(scratch)
            answer: tuple[bool, Any] = (True, function(*arguments))
        except (GuidepubError, OSError) as error:
            answer = (False, error)
        except Exception as error:  # noqa: BLE001 - whatever it is, the process goes on
            # It may not survive the way to another process.
            answer = (False, UnforeseenError(f"{kind_and_reason(error)}"))
        try:
            orders.send(answer)
        except (TypeError, ValueError, AttributeError) as error:
            orders.send((False, GuidepubError(f"{kind_and_reason(error)}")))
