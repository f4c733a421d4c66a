"""What a worker does: tasks from its pipe, one after the other, until it is told to end."""

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

# A worker is replaced after so many tasks, or when it has come to hold so much of its memory.
# The libraries that set type keep some 0.4 MB of each book.
_TASKS = 60
_FULL = 0.5
# Seconds without a task after which a worker sweeps up what the last one left behind.
_IDLE = 0.3


class WorkerError(Exception):
    """A task cost its worker: the worker died, twice, or took more than it may."""

    def __init__(self, kind: Literal["died", "time", "memory"], message: str) -> None:
        super().__init__(kind, message)
        self.kind, self.message = kind, message

    def __str__(self) -> str:
        return self.message


def death(code: int | None) -> str:
    """Return what is said of a worker that ended with an exit code, where anybody knows it."""
    if code is None:
        return "its worker is no more"
    if code < 0:
        try:
            return f"its worker was ended by the signal {signal.Signals(-code).name}"
        except ValueError:
            pass
    return f"its worker ended with the exit code {code}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says of a task; `last` if it will do no other."""

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
    """Do tasks until there are no more, and end. Runs in a process of its own.

    `scratch` is the folder for its temporary files, of which whoever started it takes care.
    """
    _do_tasks(pipe, memory, scratch, warm)
    # Whoever waits for this process need not wait until each of its objects is taken down.
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _do_tasks(
    pipe: Connection[Any, Any], memory: int, scratch: str, warm: Callable[[], None] | None
) -> None:
    # Ctrl-C reaches all processes of a terminal; the one that was started decides for all.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()
    limit_memory(memory)
    keep_scratch_in(scratch)
    # What is loaded now stays; what a book leaves behind is swept up after it, once. Looking
    # for it meanwhile takes a tenth of the time, and finds little.
    gc.disable()
    if warm is not None:
        # What fails here fails again in the first task, which can say so.
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
    """Wait for a task; unless it is `swept`, free what the one before it left behind.

    That is done while there is nothing else to do, or when the task is there. A worker that is
    told to end by then does so at once.

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
    """Free what a task has left behind, and look no more through what it keeps for later ones."""
    gc.collect()
    gc.freeze()


def answer_to(
    function: Callable[..., Any], arguments: tuple[Any, ...], keywords: dict[str, Any]
) -> Answer:
    """Do a task, and return what there is to say of it."""
    try:
        return Answer(function(*arguments, **keywords))
    except MemoryError:
        # What lacked memory may have been left half done: this process ends here.
        error = WorkerError("memory", "it needs more memory than a worker may have")
        return Answer(error=error, last=True)
    except Exception as error:  # noqa: BLE001 - belongs to whoever gave the task
        return Answer(error=error)


def _follow_parent() -> None:
    """End this process when the one that started it is no more."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        signal.raise_signal(signal.SIGTERM)


def end_with(pipe: Connection[Any, Any]) -> None:
    """Let this process end when nobody holds the other end of a pipe, whatever it is at.

    It may be at a task without end.
    """
    threading.Thread(target=_follow_pipe, args=(pipe.fileno(),), daemon=True).start()


def _follow_pipe(pipe: int) -> None:
    poll = select.poll()
    poll.register(pipe, 0)
    poll.poll()
    os._exit(1)


def limit_memory(limit: int) -> None:
    """Let this process have so many bytes for its data, where the system knows limits."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    kind = resource.RLIMIT_DATA
    hard = resource.getrlimit(kind)[1]
    if hard == resource.RLIM_INFINITY or hard > limit:
        resource.setrlimit(kind, (limit, hard))


def _memory_in_use() -> int:
    """Return the bytes of this process that are in memory, or 0 where the system does not report it."""
    try:
        with open("/proc/self/statm", "rb") as stream:
            return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0
