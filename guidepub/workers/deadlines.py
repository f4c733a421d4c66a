"""Work of this process that must come to an end: it is given up once it takes too long.

The system's timer interrupts the main thread, the only one that can be interrupted. In other threads, and on
systems without such a timer, nothing ends the work; who needs that there gives it to a process
of its own (`workers`).
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from guidepub.findings.errors import UsageError

LONGEST = 86_400
"""Seconds that can be asked for: a day."""

# Raised again and again, since whoever catches all errors on the way may have caught the first.
_AGAIN = 0.5


class OutOfTime(BaseException):
    """The work takes longer than it may. No error of the work, which might catch all of those."""


def can_end_work() -> bool:
    """Return whether `deadline` ends anything where it is called from."""
    # Somebody else may be waiting for the one timer that a process has.
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getitimer(signal.ITIMER_REAL)[0] == 0
    )


def time_limit(seconds: float | None, usual: float) -> float:
    """Return a limit that somebody gives, in seconds, or the usual one where none is given.

    Raises:
        UsageError: it is no part of a day.
    """
    if seconds is None:
        return usual
    # What is no number at all is neither more nor less than another one.
    if not 0 < seconds <= LONGEST:
        raise UsageError(f"{seconds:g} is no time limit of up to {LONGEST:,} seconds.")
    return seconds


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Give up what the block does when it takes longer than some seconds of wall time.

    Raises:
        OutOfTime: it has taken longer.
    """
    if not can_end_work():
        yield
        return
    before = signal.signal(signal.SIGALRM, _tell)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _tell(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfTime
