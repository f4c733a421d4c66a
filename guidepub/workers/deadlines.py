"""Time limits on work in this process.

The system's timer interrupts the main thread, the only one that can be interrupted. In other
threads, and on systems without such a timer, nothing ends the work; there it needs a process of
its own to be limited (`workers.alone`).
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from guidepub.findings.errors import UsageError

LONGEST = 86_400
"""The longest time limit in seconds: a day."""

# Seconds until the exception is raised again, in case the work has caught the first one.
_AGAIN = 0.5


class OutOfTime(BaseException):
    """The work has gone over its time limit.

    It is no `Exception`, so that the work does not take it for an error of its own.
    """


def can_end_work() -> bool:
    """Return whether `deadline` has an effect here: in this thread, on this system."""
    # A process has only one timer, and it may be in use.
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getitimer(signal.ITIMER_REAL)[0] == 0
    )


def time_limit(seconds: float | None, usual: float) -> float:
    """Return a given time limit in seconds, or the usual one if none is given.

    Raises:
        UsageError: it is not positive, or longer than a day.
    """
    if seconds is None:
        return usual
    # Written so that it refuses NaN as well.
    if not 0 < seconds <= LONGEST:
        raise UsageError(f"{seconds:g} is not a time limit of up to {LONGEST:,} seconds.")
    return seconds


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Interrupt the block when it takes longer than some seconds of wall time.

    Raises:
        OutOfTime: it has taken longer.
    """
    if not can_end_work():
        yield
        return
    before = signal.signal(signal.SIGALRM, _raise)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _raise(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfTime
