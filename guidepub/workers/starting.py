"""How child processes are started: deaf to the terminal, and forked only where that is safe."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Any

from guidepub.files.ending import ENDING, ending_delayed

# How often the threads of a process are counted, and the seconds in between.
_LOOKS, _PAUSE = 20, 0.001


def start(process: BaseProcess) -> None:
    """Start a process with the signals blocked that ask to end: a terminal sends some to all.

    The process inherits the block until it calls `leave_ending_to_parent`. Otherwise a signal could
    interrupt it before its first line, and it would print a traceback.

    Raises:
        OSError: the system refuses to start another process.
    """
    if isinstance(process, SpawnProcess) and hasattr(signal, "pthread_sigmask"):
        from multiprocessing import resource_tracker

        # Its start unblocks signals (Python 3.11), so it comes first.
        resource_tracker.ensure_running()
    with ending_delayed():
        process.start()


def leave_ending_to_parent() -> None:
    """Ignore Ctrl+C and the end of a terminal, which reach all of its processes; end at SIGTERM.

    The command's process decides for all of them.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def can_fork() -> bool:
    """Return whether this process can be forked: it runs on Linux and has no other thread.

    A lock that another thread holds, or data that it is writing, would stay so in the forked
    process for ever.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    for _ in range(_LOOKS):
        try:
            # All threads of the process, including those of native libraries.
            if len(os.listdir("/proc/self/task")) == 1:
                return True
        except OSError:
            return False
        # A thread that was joined may not have ended quite yet.
        threading.Event().wait(_PAUSE)
    return False


def forked(
    target: Callable[..., None], ours: Connection[Any, Any], *arguments: object
) -> BaseProcess:
    """Return a process, not yet started, that is forked from this one and calls a function.

    Args:
        target: the function to call.
        ours: this process's end of the pipe between the two, which is closed in the other.
        arguments: the arguments of the function.
    """
    context = multiprocessing.get_context("fork")
    return context.Process(target=_begin_apart, args=(target, ours, *arguments), daemon=True)


def _begin_apart(
    target: Callable[..., None], ours: Connection[Any, Any], *arguments: object
) -> None:
    """Drop what belongs to the parent process only, and call a function."""
    # If it stayed open here, this process would not notice that the parent has closed it.
    ours.close()
    atexit._clear()
    leave_ending_to_parent()
    target(*arguments)
