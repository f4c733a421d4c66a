"""A process that imports what all workers need, once, and forks each of them from itself.

It does no tasks and starts no threads, so it can be forked safely (`starting.can_fork`). A forked
worker is ready at once; a spawned one spends most of a second on importing the same modules.
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

# How many seconds the nursery may take to end before it is killed.
_END = 1.0
# The number of its first message: its modules are imported. Workers have the numbers from 1.
_LOADED = 0


class Process(Protocol):
    """What a pool needs of a worker's process, however it was started."""

    @property
    def exitcode(self) -> int | None:
        """Its exit code, or None if it is running or the code is unknown."""

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end, at most for some seconds."""

    def kill(self) -> None:
        """Kill it."""


class Nursery:
    """A nursery, as the process that started it sees it."""

    def __init__(self, process: BaseProcess, control: Connection[Any, Any]) -> None:
        """Take over this process's end of the pipe between the two."""
        self._process, self._control = process, control
        self._begun = 0
        self._codes: dict[int, int | None] = {}
        self.open = True
        """Whether the pipe to the nursery is open, as far as is known."""
        self._full = False

    def begin(
        self, pipe: Connection[Any, Any], memory: int, scratch: str, warm: Callable[[], None] | None
    ) -> Process | None:
        """Have a worker forked, which runs `working.work`, and return it.

        None if the nursery has ended, or if the system refused to start an earlier worker.
        """
        # Nothing else may have read its messages on workers that have ended.
        self._receive(0)
        if self._full:
            return None
        self._begun += 1
        if self._send(self._begun, (memory, scratch, warm)):
            with self._or_closed():
                send_handle(self._control, pipe.fileno(), self._process.pid)
        return _Begun(self, self._begun) if self.open else None

    def end(self) -> None:
        """End the nursery, and with it all workers that are left."""
        self._receive(0)
        self.open = False
        self._control.close()
        self._process.join(_END if _LOADED in self._codes else 0)
        self._process.kill()
        self._process.join(_END)

    def has_begun(self, worker: Process) -> bool:
        """Return whether a worker that has ended was ever started.

        It was not if the system refused, or if the nursery ended before it could start any
        worker. One that is not from the nursery was started.
        """
        if not isinstance(worker, _Begun):
            return True
        return _LOADED in self._codes and self._codes.get(worker.number, 0) is not None

    def kill(self, number: int) -> None:
        """Kill a worker."""
        self._send(number, None)

    def code(self, number: int) -> int | None:
        """Return the exit code of a worker, or None if it is running or the code is unknown."""
        return self._codes.get(number)

    def await_end(self, number: int, seconds: float) -> None:
        """Wait for the end of a worker, at most for some seconds."""
        self._receive(0)
        # A nursery that is still importing modules has started no worker.
        until = monotonic() + (seconds if _LOADED in self._codes else 0)
        while self.open and number not in self._codes and monotonic() < until:
            self._receive(until - monotonic())

    def _receive(self, seconds: float) -> None:
        with self._or_closed():
            while self.open and self._control.poll(max(0.0, seconds)):
                number, code = self._control.recv()
                self._codes[number] = code
                self._full |= number != _LOADED and code is None
                seconds = 0

    def _send(self, number: int, order: object) -> bool:
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
    """A worker that the nursery has forked, as the pool sees it."""

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
    """Fork a nursery that imports some modules, and return it.

    None if this process cannot be forked, or if the system refuses.
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
    """Fork workers until the pool's process has ended. This is what the nursery's process runs."""
    # If it were ignored, as the program may have set it, the workers' exit codes would be lost.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    gc.disable()
    # What fails here fails again in the first task, which reports it.
    with contextlib.suppress(Exception):
        load(modules)
    gc.freeze()
    workers: dict[int, _Hired] = {}
    # An imported module may have started a thread. Then workers are spawned, not forked.
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
    """A worker, as the nursery sees it: its process id, and a pipe that it closes when it ends."""

    process: int
    end: Connection[Any, Any]

    def exitcode(self) -> int:
        """Wait for its end, and return its exit code."""
        self.end.close()
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    def kill(self) -> None:
        """Kill it. Its id cannot be another process's until its exit code was asked for."""
        os.kill(self.process, signal.SIGKILL)


def _look_after(control: Connection[Any, Any], workers: dict[int, _Hired]) -> None:
    """Wait for a message: start or kill a worker as asked, or report those that have ended.

    Raises:
        EOFError, OSError: the pool's process has ended.
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
            workers[number] = _hire(others, pipe, *order)
        except OSError:
            control.send((number, None))


def _hire(
    others: Sequence[Connection[Any, Any]], pipe: Connection[Any, Any], *order: Any
) -> _Hired:
    """Fork a worker, in which the `others` are closed, and return it.

    Raises:
        OSError: the system refuses to start another process.
    """
    end, kept = multiprocessing.Pipe(duplex=False)
    try:
        process = os.fork()
        if process == 0:
            try:
                for other in (*others, end):
                    other.close()
                # It ends with the pool's process, and also with the nursery, since nothing else
                # could kill it.
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
