"""Processes for untrusted files that do not import everything again for each test.

guidepub starts such a process for each call, which takes about a second to import the readers,
and hundreds of tests make such calls. Here, one process of each kind has them imported and forks
another for each call. The forked process has the same limits, and if it dies no other is
affected; `test_confinement.py` proves both.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, cast

MODULES = (
    "guidepub.importing.worker",
    "guidepub.checks.worker",
    "guidepub.checks.legal.worker",
    "guidepub.checks.text.worker",
    "guidepub.themes.faces.fonts",
)
"""The modules whose processes are forked; those of all others are started as usual."""

# The first text that is imported takes a second more than those after it, as the patterns and
# tables that it needs are compiled and read.
FIRST_TEXT = Path(__file__).parent / "importing" / "texts" / "legacy-note.txt"


@dataclass
class WarmProcesses:
    """Processes that fork others: for each module, as many as threads use at once."""

    idle: dict[str, list[subprocess.Popen[bytes]]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def output(self, module: str, order: bytes, seconds: float) -> bytes:
        """Return what a forked process writes for an order until it ends.

        It is killed if it takes longer than some seconds of wall time.
        """
        with tempfile.TemporaryDirectory() as folder:
            paths = [str(Path(folder, name)) for name in ("order", "answers")]
            Path(paths[0]).write_bytes(order)
            Path(paths[1]).touch()
            asked = {"paths": paths, "cwd": os.getcwd(), "env": dict(os.environ), "path": sys.path}
            with self.lock:
                waiting = self.idle.setdefault(module, [])
                process = waiting.pop() if waiting else _started(module)
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            process.stdin.flush()
            in_time = select.select([process.stdout], [], [], seconds)[0]
            # If there is an answer but no line, the process has died.
            if in_time and process.stdout.readline():
                with self.lock:
                    waiting.append(process)
            else:
                _end(process)
            return Path(paths[1]).read_bytes()

    def close(self) -> None:
        """Kill all idle processes."""
        for waiting in self.idle.values():
            while waiting:
                _end(waiting.pop())


def _started(module: str) -> subprocess.Popen[bytes]:
    # This module has a name that is unique on the path.
    code = f"import sys; sys.path[:] = {sys.path!r}"
    code += f"; import forked_processes; forked_processes.fork_for({module!r})"
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        # A library that starts threads when it is imported must not be forked.
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def fork_for(module: str) -> None:
    """Fork a process for each line on standard input, and write a line when it has ended."""
    worker = importlib.import_module(module)
    if module == "guidepub.importing.worker":
        from guidepub.importing.originals.foreign import ForeignText

        worker.answer_on(ForeignText(FIRST_TEXT), None)
    for line in sys.stdin.buffer:
        loaded = frozenset(sys.modules)
        reading, writing = os.pipe()
        if (child := os.fork()) == 0:
            os.close(reading)
            _work(worker, json.loads(line), loaded, writing)
        os.close(writing)
        with open(reading, "rb") as pipe:
            _load(pipe)
        os.waitpid(child, 0)
        sys.stdout.buffer.write(b"\n")
        sys.stdout.buffer.flush()


def _work(worker: ModuleType, asked: dict[str, Any], loaded: frozenset[str], writing: int) -> None:
    """Run the worker's `work` in the forked process, and end the process."""
    ended = 1
    try:
        order, answers = asked["paths"]
        for path, number, flags in ((order, 0, os.O_RDONLY), (answers, 1, os.O_WRONLY)):
            opened = os.open(path, flags)
            os.dup2(opened, number)
            os.close(opened)
        sys.stdin = open(0, closefd=False)  # noqa: SIM115 - as long as the process
        os.chdir(asked["cwd"])
        os.environ.clear()
        os.environ.update(asked["env"])
        sys.path[:] = asked["path"]
        worker.work()
        sys.stdout.flush()
        ended = 0
    finally:
        signal.alarm(0)
        news = [name for name in sys.modules if name not in loaded]
        with contextlib.suppress(OSError, MemoryError):
            os.write(writing, json.dumps(news).encode()[:60_000])
        os._exit(ended)


def _load(pipe: BinaryIO) -> None:
    """Import the modules that a forked process has imported, so that the next one has them."""
    reported = pipe.read()
    with contextlib.suppress(ValueError):
        for name in json.loads(reported):
            with contextlib.suppress(Exception):
                importlib.import_module(name)


def warm(started: Any) -> Iterator[Any]:
    """Yield a function that runs an order: in a forked process for a known module, or `started`."""
    processes = WarmProcesses()

    def output(module: str, order: bytes, seconds: float) -> bytes:
        if module in MODULES and hasattr(os, "fork"):
            return processes.output(module, order, seconds)
        return cast(bytes, started(module, order, seconds))

    yield output
    processes.close()
