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
    """Return the result of a function that is called in a process of its own.

    As every worker does, the process imports the file of the calling program, so a script must
    keep its work below `if __name__ == "__main__"`.

    Args:
        function: the function to call; like its arguments and its result, it must be picklable.
        arguments: its arguments.
        timeout: a limit in seconds of wall time; by default, that of a book.
        memory: a limit in bytes; by default, that of a book.

    Raises:
        UsageError: a limit is not positive, or the time is longer than a day.
        WorkerError: the process died, or went over a limit.
        Exception: what the function raises.
    """
    pool = WorkerPool(1, timeout, memory)
    try:
        answer: _Answer = pool.submit(function, *arguments).result()
        return answer
    finally:
        # The task is done, unless waiting for it was interrupted.
        pool.kill()
