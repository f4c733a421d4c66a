"""Processes for untrusted files that are forked from this one, with the modules it has imported."""

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

from guidepub.files.ending import ending_delayed

# In a forked process: the bytes of address space that it had at its start.
_SIZE_AT_START: list[int] = []


@dataclass(frozen=True, slots=True)
class Copy:
    """A forked process that waits for an order, answers it and ends.

    `process` is its id; `order` and `output` are this process's ends of the pipes to and from it.
    """

    process: int
    order: Connection
    output: Connection

    def answers(self, order: bytes) -> bytes:
        """Return what the process writes for an order until it ends, however it ends."""
        try:
            # It may be dead already.
            with contextlib.suppress(OSError):
                self.order.send_bytes(order)
            with open(self.output.fileno(), "rb", closefd=False) as stream:
                return stream.read()
        finally:
            self.end()

    def end(self) -> None:
        """Close the pipes and end the process, if it has not ended."""
        self.order.close()
        self.output.close()
        # Where SIGCHLD is ignored, children are not kept until they are waited for, and the id of
        # one that has ended may be another process's by now.
        with contextlib.suppress(ChildProcessError, ProcessLookupError):
            if not os.waitpid(self.process, os.WNOHANG)[0]:
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)


def copied(module: str) -> Copy:
    """Return a process forked from this one that runs a module's `work` once it has an order.

    Call it only if `can_fork`.

    Raises:
        OSError: the system refuses to start another process.
    """
    order_in_copy, order = Pipe(duplex=False)
    output, output_in_copy = Pipe(duplex=False)
    with order_in_copy, output_in_copy:
        try:
            with ending_delayed():
                process = os.fork()
                if not process:
                    _work(module, order_in_copy, output_in_copy)
        except OSError:
            order.close()
            output.close()
            raise
    return Copy(process, order, output)


def size_at_start() -> int:
    """Return the bytes of address space with which this process was forked, or 0 if it was not."""
    return sum(_SIZE_AT_START)


def _work(module: str, order: Connection, output: Connection) -> NoReturn:
    """Run a module's `work` in the forked process, and end it without any clean-up."""
    try:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
            signal.signal(each, signal.SIG_DFL)
        # A command that `nohup` keeps running needs its copies.
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
        # Signals that the program blocks could not end this process in time.
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        nowhere = os.open(os.devnull, os.O_RDWR)
        _detach_files({order.fileno(), output.fileno()}, nowhere)
        # This raises, and the process ends, if the pipe is closed without an order.
        sys.stdin = io.StringIO(order.recv_bytes().decode())
        os.dup2(output.fileno(), 1)
        for stream in (0, 2):
            os.dup2(nowhere, stream)
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), "utf-8")
        _SIZE_AT_START.append(_address_space())
        gc.disable()
        importlib.import_module(module).work()
        sys.stdout.flush()
    finally:
        os._exit(0)


def _detach_files(own: Container[int], nowhere: int) -> None:
    """Point all inherited file descriptors but `own` to nowhere.

    They are not closed: their numbers would be given to other files, which inherited objects
    could then write to.
    """
    for number in map(int, os.listdir("/proc/self/fd")):
        if number not in own:
            os.dup2(nowhere, number)


def _address_space() -> int:
    with open("/proc/self/statm", "rb") as stream:
        return int(stream.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
