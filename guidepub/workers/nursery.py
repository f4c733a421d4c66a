"""A process that loads what all workers need, once, and begins each of them as a copy of itself.

It does no task and starts no thread, so a copy of it is whole (`starting.can_fork`), and is
there at once: a worker that is spawned spends most of a second on what others have loaded.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import recv_handle, send_handle
from typing import Any, NoReturn, Protocol

from guidepub.files.dates import monotonic
from guidepub.workers.starting import can_fork, forked, start
from guidepub.workers.working import end_with, load, work

# Seconds that the nursery has for its end, before it is ended.
_END = 1.0
# The number by which it says that it has loaded what it is to load; workers follow from 1.
_LOADED = 0


class Process(Protocol):
    """What a pool asks of a worker's process, whoever has started it."""

    @property
    def exitcode(self) -> int | None:
        """How it ended, or None where nobody knows."""

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end, but not longer than some seconds."""

    def kill(self) -> None:
        """End it at once."""


class Nursery:
    """The process, seen from the one that started it."""

    def __init__(self, process: BaseProcess, control: Connection[Any, Any]) -> None:
        """Take this process's end of the pipe between both."""
        self._process, self._control = process, control
        self._begun = 0
        self._codes: dict[int, int | None] = {}
        self.open = True
        """Whether it hears what it is told."""
        self._full = False

    def begin(
        self, pipe: Connection[Any, Any], memory: int, scratch: str, warm: Callable[[], None] | None
    ) -> Process | None:
        """Let a worker begin (`working.work`), and return it.

        None where the nursery is no more, or the system had no room for one that it was to begin.
        """
        # Nobody else reads what it says of the workers that have come to their end by themselves.
        self._hear(0)
        if self._full:
            return None
        self._begun += 1
        if self._tell(self._begun, (memory, scratch, warm)):
            with self._or_closed():
                send_handle(self._control, pipe.fileno(), self._process.pid)
        return _Begun(self, self._begun) if self.open else None

    def end(self) -> None:
        """Let the process end, and all workers that are left with it."""
        self._hear(0)
        self.open = False
        self._control.close()
        self._process.join(_END if _LOADED in self._codes else 0)
        self._process.kill()
        self._process.join(_END)

    def has_begun(self, worker: Process) -> bool:
        """Return whether a worker that has come to its end had ever begun.

        One has not where the system had no room for it, or where the nursery was no more before it
        could begin any. One that the nursery was not asked for has begun.
        """
        if not isinstance(worker, _Begun):
            return True
        return _LOADED in self._codes and self._codes.get(worker.number, 0) is not None

    def kill(self, number: int) -> None:
        """End a worker."""
        self._tell(number, None)

    def code(self, number: int) -> int | None:
        """Return how a worker ended, as far as that is known."""
        return self._codes.get(number)

    def await_end(self, number: int, seconds: float) -> None:
        """Wait some seconds for the end of a worker."""
        self._hear(0)
        # One that is still loading has not begun any.
        until = monotonic() + (seconds if _LOADED in self._codes else 0)
        while self.open and number not in self._codes and monotonic() < until:
            self._hear(until - monotonic())

    def _hear(self, seconds: float) -> None:
        with self._or_closed():
            while self.open and self._control.poll(max(0.0, seconds)):
                number, code = self._control.recv()
                self._codes[number] = code
                self._full |= number != _LOADED and code is None
                seconds = 0

    def _tell(self, number: int, order: object) -> bool:
        if self.open:
            with self._or_closed():
                self._control.send((number, order))
        return self.open

    @contextlib.contextmanager
    def _or_closed(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, OSError):
            self.open = False


@dataclass(frozen=True, slots=True)
class _Begun:
    """A worker that began as a copy of the nursery."""

    nursery: Nursery
    number: int

    @property
    def exitcode(self) -> int | None:
        return self.nursery.code(self.number)

    def join(self, timeout: float | None = None) -> None:
        self.nursery.await_end(self.number, _END if timeout is None else timeout)

    def kill(self) -> None:
        self.nursery.kill(self.number)


def start_nursery(modules: Sequence[str]) -> Nursery | None:
    """Start a nursery that loads some modules, as a copy of this process.

    There is none where this process cannot be copied, or the system has no room for another.
    """
    if not can_fork():
        return None
    ours, theirs = multiprocessing.Pipe()
    process = forked(_serve, ours, theirs, modules)
    try:
        start(process)
    except OSError:
        ours.close()
        return None
    finally:
        theirs.close()
    return Nursery(process, ours)


def _serve(control: Connection[Any, Any], modules: Sequence[str]) -> NoReturn:
    """Begin workers until nobody is there to ask for one. Runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Of a program that has no interest in its children, nobody would learn how workers ended.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    gc.disable()
    # What fails here fails again in the first task, which can say so.
    with contextlib.suppress(Exception):
        load(modules)
    gc.freeze()
    workers: dict[int, _Hired] = {}
    # What was loaded may have started a thread: then workers are spawned, as without a nursery.
    with contextlib.suppress(EOFError, OSError):
        if not can_fork():
            os._exit(0)
        control.send((_LOADED, None))
        while True:
            _look_after(control, workers)
    for worker in workers.values():
        worker.kill()
    os._exit(0)


@dataclass(frozen=True, slots=True)
class _Hired:
    """A worker, seen from the nursery: its process, and a pipe that is closed when it has ended."""

    process: int
    end: Connection[Any, Any]

    def exitcode(self) -> int:
        """Wait for its end, and return how that came."""
        self.end.close()
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    def kill(self) -> None:
        """End it; nobody else can have its number before its exit code is asked for."""
        os.kill(self.process, signal.SIGKILL)


def _look_after(control: Connection[Any, Any], workers: dict[int, _Hired]) -> None:
    """Begin or end a worker that is asked for, and tell of those that have ended.

    Raises:
        EOFError, OSError: nobody is there to ask.
    """
    ready = wait([control, *(worker.end for worker in workers.values())])
    for number, worker in list(workers.items()):
        if worker.end in ready:
            del workers[number]
            control.send((number, worker.exitcode()))
    if control not in ready:
        return
    number, order = control.recv()
    if order is None:
        if number in workers:
            workers[number].kill()
        return
    with Connection(recv_handle(control)) as pipe:
        try:
            others = [control, *(worker.end for worker in workers.values())]
            workers[number] = _begun(others, pipe, *order)
        except OSError:
            # No room for another.
            control.send((number, None))


def _begun(
    others: Sequence[Connection[Any, Any]], pipe: Connection[Any, Any], *order: Any
) -> _Hired:
    """Begin a worker, which is to have none of the `others` open.

    Raises:
        OSError: the system has no room for another process.
    """
    end, kept = multiprocessing.Pipe(duplex=False)
    try:
        process = os.fork()
        if process == 0:
            try:
                for other in (*others, end):
                    other.close()
                # It ends with the process that this one is a copy of, as this one does, and with
                # this one, without which nobody could end it.
                end_with(kept)
                work(pipe, *order)
            finally:
                os._exit(1)
    except OSError:
        end.close()
        raise
    finally:
        kept.close()
    return _Hired(process, end)
