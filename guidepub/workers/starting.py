"""How a process is started that is nobody's but its parent's."""

from __future__ import annotations

import signal
from multiprocessing import resource_tracker
from multiprocessing.process import BaseProcess


def start(process: BaseProcess) -> None:
    """Start a process that does not hear Ctrl+C, which reaches all processes of a terminal.

    It inherits the signals that are held back here, and so has no moment before its first line
    in which it could be stopped half-way, and say so.

    Raises:
        OSError: the system has no room for another process.
    """
    if not hasattr(signal, "pthread_sigmask"):  # not on this system
        process.start()
        return
    # It lets through what is held back here when it is first needed (Python 3.11).
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
