"""The preview's worker processes: each does one call at a time, and is replaced when it dies.

WeasyPrint is not thread-safe and blocks the interpreter while it works, so the server itself
never renders. The pool in `workers` retries a task that ended its worker and completes every
task. Here an author is waiting and the next save comes soon, so a call is not retried and can be
cancelled.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from guidepub.files import keep_scratch_in, private_folder
from guidepub.files.dates import monotonic
from guidepub.findings.errors import GuidepubError, kind_and_reason
from guidepub.workers.confinement import limit_memory
from guidepub.workers.starting import leave_ending_to_parent, start

_Answer = TypeVar("_Answer")

# Calls after which a process is replaced, since the libraries keep some memory of each book.
_CALLS = 150
# Seconds after which an idle process collects garbage.
_IDLE = 0.1
# Calls after which it does so even if it was never idle.
_UNSWEPT = 4
# The limit on a process's address space in bytes, so that no guide exhausts the machine.
_MEMORY = 3 * 1024**3
_SPAWN = multiprocessing.get_context("spawn")


class SupersededError(GuidepubError):
    """A call was given up, since its result is no longer wanted."""


class WorkerLostError(GuidepubError):
    """A process died or did not answer in time."""


# In a worker: a byte shared with the server, which is not 0 once the call is given up.
_SHARED: list[Any] = []
# In a worker: the steps of the call that are done, and their expected total, for the server.
_STEPS: list[Any] = []
# In a worker: the pipe to the server.
_SERVER: list[Connection] = []


def go_on() -> None:
    """Count a step of the call that runs in this worker, and stop if it was given up.

    Raises:
        SupersededError: the call was given up.
    """
    if any(byte.value for byte in _SHARED):
        raise SupersededError("Something newer was requested.")
    for steps in _STEPS:
        steps[0] += 1


def send_early(part: Any) -> None:
    """Send a part of the result of the call that runs in this worker to its `take_early`."""
    for pipe in _SERVER:
        pipe.send((None, part))


def expect_steps(count: int) -> None:
    """Set the expected number of calls of `go_on` from now on."""
    for steps in _STEPS:
        steps[:] = [0, count]


class UnforeseenError(GuidepubError):
    """An unexpected exception in a process."""


class _Process:
    """One process, with the pipe to it."""

    def __init__(self, warm: Callable[[], None]) -> None:
        self.give_up = _SPAWN.RawValue("b", 0)
        self._here, there = _SPAWN.Pipe()
        self.steps = _SPAWN.RawArray("i", 2)
        # Its temporary files, which are removed when it is killed.
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
        """Return the result of a function in the process; `take_early` gets parts sent early.

        Raises:
            WorkerLostError: the process died, or did not answer in time.
        """
        self.calls += 1
        try:
            self._here.send(order)
            end, good = monotonic() + seconds, None
            while good is None:
                if not self._here.poll(max(end - monotonic(), 0)):
                    message = f"It did not finish within {seconds:.0f} seconds."
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
        """Kill the process, whatever it is doing."""
        self._process.kill()
        self._process.join(5)
        self._here.close()
        self._scratch.cleanup()


class Worker:
    """A process that is ready for calls, which it does one after the other.

    The process calls `warm` when it starts, before its first call.
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
        """Return the result of a function that is called in the process.

        Args:
            function: the function; like its arguments and its result, it must be picklable.
            arguments: its arguments.
            seconds: a limit on the wall time of the call.
            take_early: called with the parts that the function passes to `send_early`.

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
        """The steps of the current call that are done, and their total, which is 0 if unknown."""
        done, count = self._process.steps
        return min(done, count), count

    def give_up(self) -> None:
        """Ask the process to stop the current call at its next step."""
        self._process.give_up.value = 1

    async def refresh(self) -> None:
        """Replace the process by a new one, which has cached no files, such as a theme's."""
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
        # It answers only after `warm` has returned.
        process.ask((_ready, ()), 60)
        return process


def _ready() -> None:
    pass


def _work(
    orders: Connection, give_up: Any, steps: Any, scratch: str, warm: Callable[[], None]
) -> None:
    """Do calls until the pipe is closed; an exception is sent as the answer."""
    _SHARED.append(give_up)
    _STEPS.append(steps)
    _SERVER.append(orders)
    leave_ending_to_parent()
    limit_memory(_MEMORY)
    keep_scratch_in(scratch)
    parent = os.getppid()
    # During a call, the garbage collector would go through the objects of a layout repeatedly.
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
            # The exception itself may not be picklable.
            answer = (False, UnforeseenError(f"{kind_and_reason(error)}"))
        try:
            orders.send(answer)
        except (TypeError, ValueError, AttributeError) as error:
            orders.send((False, GuidepubError(f"{kind_and_reason(error)}")))
