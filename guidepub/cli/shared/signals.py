"""Being asked to end: by Ctrl-C, and by SIGTERM or the end of the terminal as if by Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


class TerminatedError(KeyboardInterrupt):
    """The process was asked to end by SIGTERM, or its terminal was closed."""


def exit_code(stop: BaseException | None) -> int:
    """Return a shell's exit code for a process that a signal has ended: 128 plus the signal's number."""
    return 128 + (signal.SIGTERM if isinstance(stop, TerminatedError) else signal.SIGINT)


@contextmanager
def stopped_when_asked() -> Iterator[None]:
    """Let SIGTERM raise `TerminatedError` for as long as the context lasts, and SIGHUP be a SIGTERM.

    So temporary files are removed whoever ends the command. What is ignored stays so, as it is for
    a command that `nohup` keeps running.
    """
    # Python lets no other thread than the main one handle signals.
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGTERM) in (signal.SIG_IGN, None):
        yield
        return
    before = {signal.SIGTERM: signal.signal(signal.SIGTERM, _stop)}
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) not in (signal.SIG_IGN, None):
        before[signal.SIGHUP] = signal.signal(signal.SIGHUP, _hang_up)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(*_signal: object) -> NoReturn:
    raise TerminatedError


def _hang_up(*_signal: object) -> None:
    """End as by SIGTERM, and say what is left to be said to nobody."""
    # The system says that a terminal is gone, and its shell says so again.
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    for stream in (1, 2):
        try:
            os.write(stream, b"")
        except OSError:
            os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    signal.raise_signal(signal.SIGTERM)
