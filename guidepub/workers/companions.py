"""A process beside the first worker, which does a part of its tasks.

It begins as a copy of the command's process, earlier than the worker and with less, and loads
what the part needs while the command and the worker load the rest. Without one, the worker does
all by itself.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import signal
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

# What a companion that is no more says to a task.
_NONE = Answer(last=True)
# Seconds that the worker waits at its end for that of its companion.
_END = 1.0


@dataclass(frozen=True, slots=True)
class SharedWork:
    """How a worker and its companion share the work.

    The modules `shared` are loaded by the process that both are copies of. Each calls a function
    of its own before its first task, which may fail.
    """

    shared: Sequence[str]
    companion: Callable[[], None]
    worker: Callable[[], None]


class Companion:
    """The process, seen from the worker that it is for."""

    def __init__(self, pipe: Connection[Any, Any], work: SharedWork) -> None:
        """Take this process's end of the pipe between both."""
        self._pipe = pipe
        self.work = work
        self.free = True
        """Whether it can be asked: it has not been, or its answer was taken."""

    def ask(self, function: Callable[..., _Result], *arguments: object) -> Requested[_Result]:
        """Let a function be called there while this process goes on; ask only one that is `free`.

        Both would wait for ever if this process sent more than the pipe holds while the answer
        to something else fills it the other way.
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
        """Let the process tidy up and end."""
        with contextlib.suppress(EOFError, OSError):
            self._pipe.send(None)
            # An answer that nobody has taken may come before the end.
            while self._pipe.poll(_END):
                self._pipe.recv_bytes()

    def close(self) -> None:
        """Let go of this process's end of the pipe; the process ends when nobody has a copy of it."""
        self._pipe.close()


@dataclass(frozen=True, slots=True)
class Requested(Generic[_Result]):
    """What a companion was asked for."""

    companion: Companion
    function: Callable[..., _Result]
    arguments: tuple[object, ...]

    def result(self) -> _Result:
        """Return what the function returns.

        What a companion cannot do is done here: it is no more, has too little memory, or what it
        needs or makes cannot be sent.

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


# Folders of temporary files: what companions that are ended leave behind goes with this process.
_SCRATCH: list[object] = []
# What this process may ask: in the command until its worker has begun, and then in the worker.
_COMPANIONS: list[Companion] = []


def companion() -> Companion | None:
    """Return the process that does a part of the tasks of this one, or None.

    One whose last answer nobody has taken is left alone.
    """
    return _COMPANIONS[0] if _COMPANIONS and _COMPANIONS[0].free else None


def start_companion(work: SharedWork, memory: int) -> None:
    """Start a companion for the next process that begins as a copy of this one.

    There is none where this process cannot be copied, or the system has no room for another.
    """
    if can_fork():
        load(work.shared)
    # What was loaded may have started a thread.
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
    """Leave the companion to the worker that has begun: with that one it ends."""
    while _COMPANIONS:
        _COMPANIONS.pop().close()


def take_companion() -> None:
    """Get ready, in a worker, for tasks with the companion that it has; that one ends before it."""
    for each in _COMPANIONS:
        atexit.register(each.end)
        each.work.worker()


def _serve(
    pipe: Connection[Any, Any], memory: int, scratch: str, warm: Callable[[], None]
) -> NoReturn:
    """Do what is asked for until the worker ends. Runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with(pipe)
    limit_memory(memory)
    keep_scratch_in(scratch)
    gc.disable()
    # What fails here fails again in the first task, which can say so.
    with contextlib.suppress(Exception):
        warm()
    gc.freeze()
    # An answer that cannot travel, too, is left to the worker.
    with contextlib.suppress(Exception):
        _answer_tasks(pipe)
    # Whoever waits for this process need not wait until each of its objects is taken down.
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
