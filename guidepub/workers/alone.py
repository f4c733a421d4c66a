"""One task in a process of its own, with limits of time and memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from guidepub.workers.pool import WorkerPool

_Answer = TypeVar("_Answer")


def alone(
    function: Callable[..., _Answer],
    *arguments: object,
    timeout: float | None = None,
    memory: int | None = None,
) -> _Answer:
    """Return what a function returns when a process of its own calls it.

    `timeout` is in seconds of wall time, `memory` in bytes; without one, a book's apply. As for
    every worker, the process loads the file of the program that asks: one that is a script keeps
    what it does below `if __name__ == "__main__"`.

    Raises:
        UsageError: the limits make no sense.
        WorkerError: the process died, or took more than it may; else what the function raises.
    """
    pool = WorkerPool(1, timeout, memory)
    try:
        answer: _Answer = pool.submit(function, *arguments).result()
        return answer
    finally:
        # Nothing is left to be done, unless somebody has stopped the wait for it.
        pool.kill()
