"""Work on anybody's files in a process of its own, with a limit of memory and of time.

A file that makes a library crash, loop or swell costs that process, and is reported to the
caller. The one who asks calls `confined`; the process calls `serve`.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from guidepub.workers.copies import Copy, copied, held_at_first
from guidepub.workers.starting import can_fork

# Processes that wait for an order, by the module whose `work` they do.
_READY: dict[str, list[Copy]] = {}


def confined(
    module: str,
    order: Mapping[str, Any],
    items: Sequence[Any],
    seconds: int,
    memory: int,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Any]:
    """Yield the answer on each item, or None where the process ended while it was at it.

    `module` is the module whose `work` the process runs; `order` is what it needs beside the
    items, which are plain data as it is; `seconds` are those of processor or wall time for one
    item, `memory` the bytes of address space. Once the work is `stopped`, an item that ended its
    process was none that broke it, and no other process takes up what is left.
    """
    left = list(items)
    while left:
        answers = list(
            _answers(module, {**order, "items": left, "seconds": seconds, "memory": memory})
        )
        yield from answers
        left = left[len(answers) :]
        if stopped():
            return
        if left:
            yield None
            left.pop(0)


@contextlib.contextmanager
def ready(module: str, count: int) -> Iterator[None]:
    """Have some processes wait for `confined` to ask them, for several threads to do so at once.

    They begin as copies of this process, which loads for all of them what they need. Where that
    cannot be, since this process has threads, `confined` starts each when it asks.
    """
    waiting = _READY.setdefault(module, [])
    try:
        # Those for which the system has no room are not started now.
        with contextlib.suppress(OSError):
            if count > 1 and can_fork():
                importlib.import_module(module)
                # What is loaded may have begun threads of its own.
                while len(waiting) < count and can_fork():
                    waiting.append(copied(module))
        yield
    finally:
        while waiting:
            waiting.pop().end()


def serve(answer: Callable[[Mapping[str, Any], Any], Any]) -> None:
    """Answer the order on standard input, one line of JSON for each item.

    Standard output is the way back to `confined`, not to a reader.
    """
    order = json.load(sys.stdin)
    limit_memory(order["memory"] + held_at_first())
    answers = sys.stdout.buffer
    # What is loaded stays, and need not be looked through again.
    gc.freeze()
    gc.enable()
    for item in order["items"]:
        if hasattr(signal, "alarm"):
            # Nobody handles the signal: it ends the process wherever it is.
            signal.alarm(int(order["seconds"]))
        answers.write(json.dumps(answer(order, item)).encode() + b"\n")
        answers.flush()
    # Nor at the end, when Python looks for what nobody needs.
    gc.freeze()


def _answers(module: str, order: Mapping[str, Any]) -> Iterator[Any]:
    # The process keeps time itself where the system lets it; this is for where not.
    seconds = order["seconds"] * (len(order["items"]) + 1)
    for line in _said(module, json.dumps(order).encode(), seconds).splitlines(keepends=True):
        if line.endswith(b"\n"):
            yield json.loads(line)


def _said(module: str, order: bytes, seconds: float) -> bytes:
    """Return what the process of a module says on an order, until it ends or has no more time."""
    # Several threads may ask at once.
    with contextlib.suppress(IndexError):
        return _READY.get(module, []).pop().answers(order)
    if can_fork():
        return copied(module).answers(order)
    code = f"import gc, sys; gc.disable(); sys.path[:] = {sys.path!r}; from {module} import work; work()"
    try:
        done = subprocess.run(  # noqa: S603 - this Python, files by name, no shell
            [sys.executable, "-c", code],
            input=order,
            capture_output=True,
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired as error:
        return error.stdout or b""
    return done.stdout


def limit_memory(limit: int) -> None:
    """Let this process have no more than some bytes of address space, where that can be set."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or hard > limit:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
