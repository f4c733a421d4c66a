"""Signals that ask the process to end, and parts of its work that they may not interrupt."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Windows cannot block any.
ENDING = frozenset() if sys.platform == "win32" else {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}


@contextmanager
def ending_delayed() -> Iterator[None]:
    """Delay signals that ask to end until the end of the block, on systems that can block signals.

    Python calls functions around a fork, and drops what their interruption raises; and a temporary
    folder that was just made would stay, since nothing refers to it yet.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
