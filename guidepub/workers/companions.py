"""A companion: a second process that does a part of the first worker's tasks.

It is forked from the command's process before the worker is, and imports what its part needs
while the command and the worker import the rest. Without a companion, the worker does the whole
task itself.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any, Generic, NoReturn, TypeVar, cast

from guidepub.files import keep_scratch_in, private_folder
from guidepub.workers.starting import can_fork, forked, start
from guidepub.workers.working import (
    Answer,
    answer_to,
    end_with,
    limit_memory,
    load,
    next_task,
)

_Result = TypeVar("_Result")

# The answer in place of one from a companion that has ended.
_NONE = Answer(last=True)
# How many seconds a worker that ends waits for its companion to end.
_END = 1.0


@dataclass(frozen=True, slots=True)
class SharedWork:
    """How a worker and its companion share the work.

    The process that both are forked from imports the `shared` modules. Before their first task,
    the `companion` and the `worker` each call their own function, which may fail.
    """

    shared: Sequence[str]
    companion: Callable[[], None]
    worker: Callable[[], None]


class Companion:
    """A companion, as its worker sees it."""

    def __init__(self, pipe: Connection[Any, Any], work: SharedWork) -> None:
        """Take over the worker's end of the pipe between the two."""
        self._pipe = pipe
        self.work = work
        self.free = True
        """Whether it can be asked: it has no task, or the answer to its last one was taken."""

    def ask(self, function: Callable[..., _Result], *arguments: object) -> Requested[_Result]:
        """Have the companion, which must be `free`, call a function while this process goes on.

        With two tasks at once, both processes could wait for ever, each sending more than the
        pipe can hold.
        """
        self.free = False
        try:
            self._pipe.send((function, arguments))
        except Exception:  # noqa: BLE001 - what cannot travel says so in many ways
            self.close()
        return Requested(self, function, arguments)

    def answer(self) -> Answer:
        """Wait for the answer to what was asked, and return it."""
        try:
            answer = cast("Answer", self._pipe.recv())
        except Exception:  # noqa: BLE001 - what cannot travel says so in many ways
            self.close()
            return _NONE
        self.free = True
        return answer

    def end(self) -> None:
        """Ask the process to clean up and end."""
        with contextlib.suppress(EOFError, OSError):
            self._pipe.send(None)
            # An answer that was not taken may come first.
            while self._pipe.poll(_END):
                self._pipe.recv_bytes()

    def close(self) -> None:
        """Close this end of the pipe; the companion ends when no process has it open."""
        self._pipe.close()


@dataclass(frozen=True, slots=True)
class Requested(Generic[_Result]):
    """A task that a companion was given."""

    companion: Companion
    function: Callable[..., _Result]
    arguments: tuple[object, ...]

    def result(self) -> _Result:
        """Return the result of the function.

        It is called in this process if the companion has ended or lacks memory, or if the task or
        its result cannot be pickled.

        Raises:
            Exception: what the function raises.
        """
        answer = self.companion.answer()
        if answer.last:
            _COMPANIONS.clear()
            return self.function(*self.arguments)
        if answer.error is not None:
            raise answer.error
        return cast("_Result", answer.result)


# The companions' folders of temporary files, which are removed when this process ends.
_SCRATCH: list[object] = []
# This process's companion: the command's until its worker has begun, and then the worker's.
_COMPANIONS: list[Companion] = []


def companion() -> Companion | None:
    """Return the companion of this process if it is free, or None."""
    return _COMPANIONS[0] if _COMPANIONS and _COMPANIONS[0].free else None


def start_companion(work: SharedWork, memory: int) -> None:
    """Start a companion for the next worker that is forked from this process.

    Nothing is started if this process cannot be forked, or if the system refuses.

    Args:
        work: how the companion and the worker share the work.
        memory: a limit on the companion's data, in bytes.
    """
    if can_fork():
        load(work.shared)
    # An imported module may have started a thread.
    if not can_fork():
        return
    ours, theirs = Pipe()
    scratch = private_folder()
    _SCRATCH.append(scratch)
    process = forked(_serve, ours, theirs, memory, scratch.name, work.companion)
    try:
        start(process)
    except OSError:
        ours.close()
    else:
        _COMPANIONS.append(Companion(ours, work))
    finally:
        theirs.close()


def leave_companion() -> None:
    """Leave the companion to the worker that was started; it ends with that worker."""
    while _COMPANIONS:
        _COMPANIONS.pop().close()


def take_companion() -> None:
    """Prepare a worker for tasks with its companion, which is to end before the worker does."""
    for each in _COMPANIONS:
        atexit.register(each.end)
        each.work.worker()


def _serve(
    pipe: Connection[Any, Any], memory: int, scratch: str, warm: Callable[[], None]
) -> NoReturn:
    """Do tasks until the worker ends. This is what the companion's process runs."""
    end_with(pipe)
    limit_memory(memory)
    keep_scratch_in(scratch)
    gc.disable()
    # What fails here fails again in the first task, which reports it.
    with contextlib.suppress(Exception):
        warm()
    gc.freeze()
    # A task whose answer cannot be pickled is left to the worker.
    with contextlib.suppress(Exception):
        _answer_tasks(pipe)
    # End without freeing each object, which other processes would have to wait for.
    atexit._run_exitfuncs()
    os._exit(0)


def _answer_tasks(pipe: Connection[Any, Any]) -> None:
    first = True
    while asked := next_task(pipe, swept=first):
        function, arguments = asked
        answer = answer_to(function, arguments, {})
        pipe.send(answer)
        if answer.last:
            return
        first = False
        del asked, arguments, answer
