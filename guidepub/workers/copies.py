"""Processes for anybody's files that begin as copies of this one: they have loaded what it has."""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import os
import signal
import sys
from collections.abc import Container
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import NoReturn

from guidepub.workers.starting import ctrl_c_held_back

# In a copy: the bytes of address space that it was given by the process that it is a copy of.
_HELD: list[int] = []


@dataclass(frozen=True, slots=True)
class Copy:
    """A process that waits for an order, and ends when it has answered it.

    `order` and `said` are this process's ends of the pipes to it and from it.
    """

    process: int
    order: Connection
    said: Connection

    def answers(self, order: bytes) -> bytes:
        """Return what the process says on an order until it ends, however that may be."""
        try:
            # It may be dead already.
            with contextlib.suppress(OSError):
                self.order.send_bytes(order)
            with open(self.said.fileno(), "rb", closefd=False) as stream:
                return stream.read()
        finally:
            self._let_go()

    def end(self) -> None:
        """End the process, which has had no order."""
        self._let_go()

    def _let_go(self) -> None:
        self.order.close()
        self.said.close()
        # A program that has no interest in its children hears nothing of them: the number of one
        # that has ended may be another process's by now.
        with contextlib.suppress(ChildProcessError, ProcessLookupError):
            if not os.waitpid(self.process, os.WNOHANG)[0]:
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)


def copied(module: str) -> Copy:
    """Return a copy of this process that does the `work` of a module when it has an order.

    Ask `can_fork` before.

    Raises:
        OSError: the system has no room for another process.
    """
    ordered, order = Pipe(duplex=False)
    said, saying = Pipe(duplex=False)
    with ordered, saying:
        try:
            with ctrl_c_held_back():
                process = os.fork()
                if not process:
                    _work(module, ordered, saying)
        except OSError:
            order.close()
            said.close()
            raise
    return Copy(process, order, said)


def held_at_first() -> int:
    """Return the bytes of address space that this process had when it began as a copy, else 0."""
    return sum(_HELD)


def _work(module: str, ordered: Connection, saying: Connection) -> NoReturn:
    """Do in the copy what a process that is started would do, and end without a trace."""
    try:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
            signal.signal(each, signal.SIG_DFL)
        # One that the program holds back could not end this process in time.
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        nowhere = os.open(os.devnull, os.O_RDWR)
        _let_go_of_files({ordered.fileno(), saying.fileno()}, nowhere)
        # Without an order there is nothing to read, and the process ends.
        sys.stdin = io.StringIO(ordered.recv_bytes().decode())
        os.dup2(saying.fileno(), 1)
        for stream in (0, 2):
            os.dup2(nowhere, stream)
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), "utf-8")
        _HELD.append(_address_space())
        gc.disable()
        importlib.import_module(module).work()
        sys.stdout.flush()
    finally:
        os._exit(0)


def _let_go_of_files(own: Container[int], nowhere: int) -> None:
    """Let all that the other process has open lead nowhere here: its input, files and pipes.

    Closed, their numbers would become those of other files, which objects of the other process
    could write to.
    """
    for number in map(int, os.listdir("/proc/self/fd")):
        if number not in own:
            os.dup2(nowhere, number)


def _address_space() -> int:
    with open("/proc/self/statm", "rb") as stream:
        return int(stream.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
