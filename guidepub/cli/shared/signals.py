"""Requests to stop: SIGTERM and the closing of the terminal are handled like Ctrl-C."""

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

# Seconds until a dropped stop is raised again, once the code that dropped it has returned.
_PAUSE = 0.05


class TerminatedError(KeyboardInterrupt):
    """The process received SIGTERM, or its terminal was closed."""


def exit_code(stop: BaseException | None) -> int:
    """Return the exit code that shells use for a process ended by a signal: 128 plus its number."""
    return 128 + (signal.SIGTERM if isinstance(stop, TerminatedError) else signal.SIGINT)


@contextmanager
def stopped_when_asked() -> Iterator[None]:
    """Within this context, let SIGTERM raise `TerminatedError`, and treat SIGHUP like SIGTERM.

    So temporary files are removed however the command is stopped. A signal that is already ignored,
    as under `nohup`, stays ignored. Native libraries that call Python drop exceptions raised in it,
    or replace them with their own; the command ends all the same.

    Raises:
        click.Abort: another error came after SIGTERM; its cause is a `TerminatedError`.
    """
    # Python allows only the main thread to handle signals.
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
            # Signals that `_hang_up` ignores stay ignored, also while the process exits.
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, handler)


def _stop_again(dropped: sys.UnraisableHookArgs) -> None:
    """Raise a dropped stop again, a little later; report any other exception."""
    if not isinstance(dropped.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(dropped)
        return
    is_term = isinstance(dropped.exc_value, TerminatedError)
    number = signal.SIGTERM if is_term else signal.SIGINT
    again = threading.Timer(_PAUSE, _signal_main, (number,))
    again.daemon = True
    again.start()


def _signal_main(number: int) -> None:
    """Send a signal to the main thread. It interrupts waiting, except on Windows."""
    if sys.platform == "win32":
        _thread.interrupt_main(number)
    else:
        signal.pthread_kill(threading.main_thread().ident or 0, number)


def _hang_up(*_signal: object) -> None:
    """End as on SIGTERM, and discard all further output."""
    # SIGHUP comes twice: from the system when the terminal closes, and from its shell.
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    for stream in (1, 2):
        try:
            os.write(stream, b"")
        except OSError:
            os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    signal.raise_signal(signal.SIGTERM)
