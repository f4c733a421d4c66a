"""A guidepub whose machine fails it: run as a program with a fault's name and a command.

    python -m benchmarks.siege.breaking "write: disk full" build guides -o dist

The fault lies in Python's functions for files, threads and processes, as the system would answer.
"""

from __future__ import annotations

import builtins
import contextlib
import errno
import io
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

Fault = Callable[[], None]

_ERRORS = {
    "disk full": errno.ENOSPC,
    "input/output error": errno.EIO,
    "not permitted": errno.EPERM,
    "read-only": errno.EROFS,
    "over quota": errno.EDQUOT,
    "too many files": errno.EMFILE,
    "gone": errno.ENOENT,
    "stale": errno.ESTALE,
}


def _refuses(number: int, holder: Any, name: str, applies: Callable[[str], bool]) -> None:
    """Let a function fail where its first argument is a path to which the fault applies."""
    whole = getattr(holder, name)

    def refuse(*arguments: Any, **keywords: Any) -> Any:
        given = arguments[0] if arguments else ""
        if isinstance(given, int) or applies(os.fsdecode(given)):
            raise OSError(number, os.strerror(number), None if isinstance(given, int) else given)
        return whole(*arguments, **keywords)

    setattr(holder, name, refuse)


def _is_output(path: str) -> bool:
    return "/out/" in path or path.endswith("/out")


def _is_input(path: str) -> bool:
    return "/in/" in path and path.endswith((".md", ".svg", ".csv", "catalog.toml"))


def _write(number: int) -> Fault:
    return lambda: _refuses_open(
        number, lambda path, mode: bool(set(mode) & set("wxa+")) and _is_output(path)
    )


def _read(number: int) -> Fault:
    return lambda: _refuses_open(number, lambda path, mode: "r" in mode and _is_input(path))


def _refuses_open(number: int, applies: Callable[[str, str], bool]) -> None:
    """Let a file not be opened where the fault applies to its path and mode."""
    whole = io.open

    def open_(file: Any, mode: str = "r", *arguments: Any, **keywords: Any) -> Any:
        if not isinstance(file, int) and applies(os.fsdecode(file), mode):
            raise OSError(number, os.strerror(number), file)
        return whole(file, mode, *arguments, **keywords)

    io.open = builtins.open = open_


def _now_and_then(fault: Fault, every: int) -> Fault:
    """Let only some of the calls of a function fail: half a batch is worse than none."""

    def apply() -> None:
        whole = io.open
        fault()
        broken, count = io.open, iter(range(10**9))

        def open_(*arguments: Any, **keywords: Any) -> Any:
            asked = broken if next(count) % every == 0 else whole
            return asked(*arguments, **keywords)

        io.open = builtins.open = open_

    return apply


def _call(number: int, name: str, applies: Callable[[str], bool]) -> Fault:
    return lambda: _refuses(number, os, name, applies)


def _no_threads() -> None:
    def start(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    setattr(threading.Thread, "start", start)  # noqa: B010 - types have it that no method changes


def _no_processes() -> None:
    from multiprocessing.context import SpawnProcess

    def start(_process: SpawnProcess) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    setattr(SpawnProcess, "start", start)  # noqa: B010 - as above


def _vanishing() -> None:
    """Let a definition go in the moment in which it is looked at first."""
    whole = io.open

    def open_(file: Any, *arguments: Any, **keywords: Any) -> Any:
        if not isinstance(file, int) and "/in/other" in os.fsdecode(file):
            with contextlib.suppress(OSError):
                os.unlink(file)
        return whole(file, *arguments, **keywords)

    io.open = builtins.open = open_


def _limit(kind: int, amount: int) -> Fault:
    def apply() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(kind, (amount, amount))

    return apply


def _closed(stream: str) -> Fault:
    def apply() -> None:
        os.close(getattr(sys, stream).fileno())

    return apply


def _full(stream: str) -> Fault:
    def apply() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), getattr(sys, stream).fileno())

    return apply


def _broken_pipe() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    os.dup2(writing, sys.stdout.fileno())


def _environment(**variables: str) -> Fault:
    return lambda: os.environ.update(variables)


def _gone_folder() -> None:
    """Work in a folder that is there no more."""
    folder = os.path.join(os.environ["TMPDIR"], "gone")
    os.mkdir(folder)
    os.chdir(folder)
    os.rmdir(folder)


def _faults() -> Iterator[tuple[str, Fault]]:
    for (name, number), make in product(_ERRORS.items(), (("write", _write), ("read", _read))):
        yield f"{make[0]}: {name}", make[1](number)
    for name, number in list(_ERRORS.items())[:5]:
        yield f"write, now and then: {name}", _now_and_then(_write(number), 3)
        yield f"sync: {name}", _call(number, "fsync", _is_output)
        yield f"rename: {name}", _call(number, "rename", _is_output)
        yield f"replace: {name}", _call(number, "replace", _is_output)
        yield f"make a folder: {name}", _call(number, "mkdir", _is_output)
        yield f"remove: {name}", _call(number, "unlink", _is_output)
    for name in ("not permitted", "input/output error", "too many files", "gone", "stale"):
        yield f"list: {name}", _call(_ERRORS[name], "scandir", lambda path: "/in" in path)
    yield "no threads", _no_threads
    yield "no processes", _no_processes
    yield "a vanishing file", _vanishing
    yield "files of 100 KB at most", _limit(resource.RLIMIT_FSIZE, 100_000)
    yield "files of no bytes", _limit(resource.RLIMIT_FSIZE, 0)
    yield "20 open files", _limit(resource.RLIMIT_NOFILE, 20)
    yield "150 MB of memory", _limit(resource.RLIMIT_DATA, 150 * 2**20)
    yield "60 MB of memory", _limit(resource.RLIMIT_DATA, 60 * 2**20)
    yield "closed output", _closed("stdout")
    yield "closed errors", _closed("stderr")
    yield "full output", _full("stdout")
    yield "full errors", _full("stderr")
    yield "a broken pipe", _broken_pipe
    yield "a folder that is gone", _gone_folder
    yield "no home", _environment(HOME="/nowhere", XDG_CACHE_HOME="/nowhere")
    yield "no folder for temporary files", _environment(TMPDIR="/nowhere")
    yield "an absurd date", _environment(SOURCE_DATE_EPOCH="99999999999999")


FAULTS: dict[str, Fault] = dict(_faults())
"""What fails, by its name."""


def main() -> None:
    """Run a command of guidepub under a fault."""
    name, *arguments = sys.argv[1:]
    # Loaded before: what fails is the product's work, not Python's own start.
    import guidepub.batch  # noqa: F401
    from guidepub.cli import main as command

    FAULTS[name]()
    sys.argv = ["guidepub", *arguments]
    command()


if __name__ == "__main__":
    main()
