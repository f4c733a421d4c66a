"""What a worker's process runs: tasks from its pipe, one by one, until the pipe is closed."""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import multiprocessing
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Literal

from guidepub.files import keep_scratch_in
from guidepub.workers.starting import leave_ending_to_parent

# A worker is replaced after this many tasks, or when it uses this share of its memory limit.
# The typesetting libraries keep some 0.4 MB of each book.
_TASKS = 60
_FULL = 0.5
# Seconds without a task after which a worker frees what the last task left behind.
_IDLE = 0.3


class WorkerError(Exception):
    """A task ended its worker: the worker died, twice, or went over its limit of time or memory."""

    def __init__(self, kind: Literal["died", "time", "memory"], message: str) -> None:
        super().__init__(kind, message)
        self.kind, self.message = kind, message

    def __str__(self) -> str:
        return self.message


def death(code: int | None) -> str:
    """Return how a worker ended, in words, by its exit code, which is None if it is unknown."""
    if code is None:
        return "its worker is no more"
    if code < 0:
        try:
            return f"its worker was ended by the signal {signal.Signals(-code).name}"
        except ValueError:
            pass
    return f"its worker ended with exit code {code}"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a task: a result or an error. It is the `last` if the worker ends after it."""

    result: Any = None
    error: BaseException | None = None
    last: bool = False


READY = Answer()


def load(modules: Sequence[str]) -> None:
    """Import modules that tasks will need."""
    for name in modules:
        importlib.import_module(name)


def work(
    pipe: Connection[Any, Any], memory: int, scratch: str, warm: Callable[[], None] | None
) -> None:
    """Do tasks until there are no more, and end. This is what a worker's process runs.

    Args:
        pipe: where tasks come from and answers go.
        memory: a limit on the process's data, in bytes.
        scratch: a folder for temporary files, which the process that started this one removes.
        warm: a function to call before the first task.
    """
    _do_tasks(pipe, memory, scratch, warm)
    # End without freeing each object, which other processes would have to wait for.
    atexit._run_exitfuncs()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    os._exit(0)


def _do_tasks(
    pipe: Connection[Any, Any], memory: int, scratch: str, warm: Callable[[], None] | None
) -> None:
    leave_ending_to_parent()
    threading.Thread(target=_follow_parent, daemon=True).start()
    limit_memory(memory)
    keep_scratch_in(scratch)
    # Garbage is collected once after each book: collecting during a book takes a tenth of the
    # time and frees little.
    gc.disable()
    if warm is not None:
        # What fails here fails again in the first task, which reports it.
        with contextlib.suppress(Exception):
            warm()
    gc.freeze()
    pipe.send(READY)
    for number in range(1, _TASKS + 1):
        try:
            function, arguments, keywords = next_task(pipe, swept=number == 1)
        except (EOFError, OSError):
            return
        keep_scratch_in(scratch)
        answer = answer_to(function, arguments, keywords)
        last = answer.last or number == _TASKS or _memory_in_use() > _FULL * memory
        try:
            pipe.send(Answer(answer.result, answer.error, last))
        except OSError:
            return
        except Exception as error:  # noqa: BLE001 - what cannot be pickled says so in many ways
            pipe.send(Answer(error=RuntimeError(f"The answer cannot travel: {error}"), last=last))
        if last:
            return


def next_task(pipe: Connection[Any, Any], *, swept: bool) -> Any:
    """Wait for a task and return it; unless `swept`, free what the task before left behind.

    That is done after a while without a task, or else when the next one has come. It is not done
    by a worker that is asked to end first.

    Raises:
        EOFError, OSError: there are no more tasks.
    """
    if not swept and not pipe.poll(_IDLE):
        _sweep()
        swept = True
    task = pipe.recv()
    if not swept:
        _sweep()
    return task


def _sweep() -> None:
    """Collect garbage, and exempt all objects that are left from later collections."""
    gc.collect()
    gc.freeze()


def answer_to(
    function: Callable[..., Any], arguments: tuple[Any, ...], keywords: dict[str, Any]
) -> Answer:
    """Do a task, and return its result or its error as an answer."""
    try:
        return Answer(function(*arguments, **keywords))
    except MemoryError:
        # A library may be in an undefined state for lack of memory, so this process ends.
        error = WorkerError("memory", "it needs more memory than a worker may have")
        return Answer(error=error, last=True)
    except Exception as error:  # noqa: BLE001 - belongs to whoever gave the task
        return Answer(error=error)


def _follow_parent() -> None:
    """End this process when the one that started it has ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        signal.raise_signal(signal.SIGTERM)


def end_with(pipe: Connection[Any, Any]) -> None:
    """End this process when no process has the other end of a pipe open any more.

    A thread watches the pipe, since the process may be busy with an endless task.
    """
    threading.Thread(target=_follow_pipe, args=(pipe.fileno(),), daemon=True).start()


def _follow_pipe(pipe: int) -> None:
    poll = select.poll()
    poll.register(pipe, 0)
    poll.poll()
    os._exit(1)


def limit_memory(limit: int) -> None:
    """Limit the data of this process, in bytes, on systems that allow it."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    kind = resource.RLIMIT_DATA
    hard = resource.getrlimit(kind)[1]
    if hard == resource.RLIM_INFINITY or hard > limit:
        resource.setrlimit(kind, (limit, hard))


def _memory_in_use() -> int:
    """Return the resident memory of this process in bytes, or 0 if the system does not report it."""
    try:
        with open("/proc/self/statm", "rb") as stream:
            return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0
