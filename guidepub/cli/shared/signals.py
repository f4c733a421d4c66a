"""Being asked to end: by Ctrl-C, and by SIGTERM or the end of the terminal as if by Ctrl-C."""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click

# Seconds until a stop that was dropped is raised once more, when what dropped it has returned.
_PAUSE = 0.05


class TerminatedError(KeyboardInterrupt):
    """The process was asked to end by SIGTERM, or its terminal was closed."""


def exit_code(stop: BaseException | None) -> int:
    """Return a shell's exit code for a process that a signal has ended: 128 plus the signal's number."""
    return 128 + (signal.SIGTERM if isinstance(stop, TerminatedError) else signal.SIGINT)


@contextmanager
def stopped_when_asked() -> Iterator[None]:
    """Let SIGTERM raise `TerminatedError` for as long as the context lasts, and SIGHUP be a SIGTERM.

    So temporary files are removed whoever ends the command. What is ignored stays so, as it is for
    a command that `nohup` keeps running. Native libraries drop what is raised while they call
    Python, or raise an error of their own instead; the command ends all the same.

    Raises:
        click.Abort: another error came after SIGTERM; its cause is a `TerminatedError`.
    """
    # Python lets no other thread than the main one handle signals.
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGTERM) in (signal.SIG_IGN, None):
        yield
        return
    asked = threading.Event()

    def stop(*_signal: object) -> NoReturn:
        asked.set()
        raise TerminatedError

    before = {signal.SIGTERM: signal.signal(signal.SIGTERM, stop)}
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) not in (signal.SIG_IGN, None):
        before[signal.SIGHUP] = signal.signal(signal.SIGHUP, _hang_up)
    report = sys.unraisablehook
    sys.unraisablehook = _stop_again
    try:
        yield
    except Exception as error:
        if asked.is_set() and not isinstance(error, click.Abort):
            raise click.Abort from TerminatedError()
        raise
    finally:
        sys.unraisablehook = report
        for number, handler in before.items():
            # What `_hang_up` ignores stays so, also while the process exits.
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, handler)


def _stop_again(dropped: sys.UnraisableHookArgs) -> None:
    """Raise a stop that was dropped once more, a little later; report any other exception."""
    if not isinstance(dropped.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(dropped)
        return
    is_term = isinstance(dropped.exc_value, TerminatedError)
    number = signal.SIGTERM if is_term else signal.SIGINT
    again = threading.Timer(_PAUSE, _signal_main, (number,))
    again.daemon = True
    again.start()


def _signal_main(number: int) -> None:
    """Send a signal to the main thread; only Windows does not interrupt what the thread waits for."""
    if sys.platform == "win32":
        _thread.interrupt_main(number)
    else:
        signal.pthread_kill(threading.main_thread().ident or 0, number)


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
