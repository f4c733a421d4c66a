"""What workers are asked to do in tests: well, badly, for ever. Importable by name.

Each worker that a test starts imports this module, so it imports nothing that makes books.
"""

from __future__ import annotations

import atexit
import ctypes
import os
import signal
import sys
import tempfile
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from guidepub.workers.companions import companion


def double(number: int) -> int:
    return number * 2


def raise_error(text: str) -> None:
    raise ValueError(text)


def crash(_: Any) -> None:
    ctypes.string_at(0)


def abort(_: Any) -> None:
    os.abort()


def abort_at_once() -> None:
    os.abort()


def nothing() -> None:
    pass


def beside(function: Callable[..., Any], *arguments: Any) -> Any:
    """Return what the companion of this worker answers."""
    there = companion()
    assert there is not None
    return there.ask(function, *arguments).result()


def end_beside() -> tuple[bool, int, bool]:
    """Return whether a companion's task is done here when it has ended over it."""
    worker = os.getpid()
    done = beside(abort_unless, worker)
    return done == worker, worker, companion() is None


def abort_unless(process: int) -> int:
    if os.getpid() != process:
        os.abort()
    return process


def parent_id(_: Any) -> int:
    return os.getppid()


def has_loaded(module: str) -> bool:
    return module in sys.modules


class Circle:
    """What refers to itself, and tells where it is taken down."""

    living: ClassVar[weakref.WeakSet[Circle]] = weakref.WeakSet()
    kept: ClassVar[list[Circle]] = []

    def __init__(self, path: Path) -> None:
        self.path, self.own = path, self
        self.living.add(self)

    def __del__(self) -> None:
        with self.path.open("a") as stream:
            stream.write("taken down")


def leave_a_circle(path: Path) -> None:
    """Leave behind what only a search finds to be unused."""
    Circle(path)


def keep_lists(count: int) -> None:
    """Keep some objects to the end of the process."""
    Circle.kept.append([[] for _ in range(count)])


def circles(_: Any) -> int:
    return len(Circle.living)


def keep_a_circle(path: Path) -> None:
    """Keep something to the end of the process, of which a file tells."""
    Circle.kept.append(Circle(path))
    atexit.register(path.write_text, "ended")


def leave(_: Any) -> None:
    os._exit(7)


def hang(_: Any) -> None:
    time.sleep(600)


def leave_a_file_and_hang(report: Path) -> None:
    """Leave a temporary file behind, say where it lies, and hang."""
    handle, name = tempfile.mkstemp()
    os.close(handle)
    report.write_text(name)
    hang(None)


def swell(_: Any) -> None:
    held = []
    while True:
        held.append(bytes(32 * 1024 * 1024))


def hang_and_count(path: Path) -> None:
    """Hang, and leave a letter for each try."""
    with path.open("a") as stream:
        stream.write("x")
    hang(None)


def swell_and_count(path: Path) -> None:
    """Take all memory, and leave a letter for each try."""
    with path.open("a") as stream:
        stream.write("x")
    swell(None)


def crash_once(mark: Path) -> str:
    """Crash, unless a file says that it was done before."""
    if mark.exists():
        return "done"
    mark.write_text("once")
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def process_id(_: Any) -> int:
    return os.getpid()


def cannot_travel(_: Any) -> Any:
    return lambda: None
