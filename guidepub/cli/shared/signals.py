"""Being asked to end: by Ctrl-C, and by SIGTERM as if by Ctrl-C."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class TerminatedError(KeyboardInterrupt):
    """The process was asked to end by SIGTERM."""


def exit_code(stop: BaseException | None) -> int:
    """Return a shell's exit code for a process that a signal has ended: 128 plus the signal's number."""
    return 128 + (signal.SIGTERM if isinstance(stop, TerminatedError) else signal.SIGINT)


@contextmanager
def stopped_by_sigterm() -> Iterator[None]:
    """Let SIGTERM raise `TerminatedError` for as long as the context lasts."""

    def stop(*_signal: object) -> None:
        raise TerminatedError

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
