"""How a process is started that is nobody's but its parent's."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Any

# How often the threads of a process are looked at, and the seconds between.
_LOOKS, _PAUSE = 20, 0.001


def start(process: BaseProcess) -> None:
    """Start a process that does not hear Ctrl+C, which reaches all processes of a terminal.

    It inherits the signals that are held back here, and so has no moment before its first line
    in which it could be stopped half-way, and say so.

    Raises:
        OSError: the system has no room for another process.
    """
    if isinstance(process, SpawnProcess) and hasattr(signal, "pthread_sigmask"):
        from multiprocessing import resource_tracker

        # It lets through what is held back here when it is first needed (Python 3.11).
        resource_tracker.ensure_running()
    with ctrl_c_held_back():
        process.start()


@contextmanager
def ctrl_c_held_back() -> Iterator[None]:
    """Let Ctrl+C wait until the end of the block, where the system can do so."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def can_fork() -> bool:
    """Return whether a process can begin as a copy of this one: it has no other thread.

    What another thread holds at that moment, a lock or a half-written list of a native library,
    would stay so in the copy for ever.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    for _ in range(_LOOKS):
        try:
            # All threads of the process, those of native libraries too.
            if len(os.listdir("/proc/self/task")) == 1:
                return True
        except OSError:
            return False
        # One that was waited for may still be on its way out.
        threading.Event().wait(_PAUSE)
    return False


def forked(
    target: Callable[..., None], ours: Connection[Any, Any], *arguments: object
) -> BaseProcess:
    """Return a process, not started, that begins as a copy of this one and calls a function.

    `ours` is this process's end of the pipe between both.
    """
    context = multiprocessing.get_context("fork")
    return context.Process(target=_begin_apart, args=(target, ours, *arguments), daemon=True)


def _begin_apart(
    target: Callable[..., None], ours: Connection[Any, Any], *arguments: object
) -> None:
    """Leave to the parent what is the parent's, and call a function."""
    # Held here as well, it would hide that the parent has let go of it.
    ours.close()
    atexit._clear()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    target(*arguments)
