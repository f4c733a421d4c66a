"""Work on untrusted files in a separate process, with limits on its memory and time.

A file that makes a library crash, loop or run out of memory ends only that process, and is
reported to the caller. The caller uses `confined`; the process runs `serve`.
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

from guidepub.workers.copies import Copy, copied, size_at_start
from guidepub.workers.starting import can_fork

# Processes that wait for an order, by the module whose `work` they run.
_READY: dict[str, list[Copy]] = {}


def confined(
    module: str,
    order: Mapping[str, Any],
    items: Sequence[Any],
    seconds: int,
    memory: int,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Any]:
    """Yield the answer for each item, or None for an item during which the process ended.

    Args:
        module: the name of the module whose `work` the process runs.
        order: what the process needs in addition to the items; like them, it must be JSON.
        items: what is to be answered, one by one.
        seconds: a limit on processor time and on wall time for one item.
        memory: a limit on address space, in bytes.
        stopped: returns whether the caller has stopped the work. Then the item at which a process
            ended is not to blame, and no other process takes over the items left.
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
    """Keep `count` processes waiting for `confined`, which several threads may call at once.

    They are forked from this process, which imports for all of them what they need. If it cannot
    be forked, since it has threads, `confined` starts a process for each call.
    """
    waiting = _READY.setdefault(module, [])
    try:
        # The system may refuse to start as many.
        with contextlib.suppress(OSError):
            if count > 1 and can_fork():
                importlib.import_module(module)
                # The imported module may have started threads.
                while len(waiting) < count and can_fork():
                    waiting.append(copied(module))
        yield
    finally:
        while waiting:
            waiting.pop().end()


def serve(answer: Callable[[Mapping[str, Any], Any], Any]) -> None:
    """Answer the order on standard input with one line of JSON for each item.

    The lines go to standard output, which `confined` reads.
    """
    order = json.load(sys.stdin)
    limit_memory(order["memory"] + size_at_start())
    answers = sys.stdout.buffer
    # Imported modules stay, so the garbage collector need not look through them.
    gc.freeze()
    gc.enable()
    for item in order["items"]:
        if hasattr(signal, "alarm"):
            # The signal has no handler: it ends the process whatever it is doing.
            signal.alarm(int(order["seconds"]))
        answers.write(json.dumps(answer(order, item)).encode() + b"\n")
        answers.flush()
    # The same for the collection at the end of the process.
    gc.freeze()


def _answers(module: str, order: Mapping[str, Any]) -> Iterator[Any]:
    # The process limits its time itself; this limit is for systems where it cannot.
    seconds = order["seconds"] * (len(order["items"]) + 1)
    for line in _output(module, json.dumps(order).encode(), seconds).splitlines(keepends=True):
        if line.endswith(b"\n"):
            yield json.loads(line)


def _output(module: str, order: bytes, seconds: float) -> bytes:
    """Return what a module's process writes for an order, until it ends or is out of time."""
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
    """Limit the address space of this process, in bytes, on systems that allow it."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or hard > limit:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
