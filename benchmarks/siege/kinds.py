"""Who tries which cases, and how many there are."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial

from benchmarks.siege.damaging import try_damaged
from benchmarks.siege.definitions import try_definition
from benchmarks.siege.machines import NAMES, try_machine
from benchmarks.siege.outcomes import Outcome, Tally
from benchmarks.siege.paths import CASES, try_path
from benchmarks.siege.pictures import try_picture
from benchmarks.siege.pupils import try_school
from benchmarks.siege.themes import HONEST, TRICKS, try_theme
from benchmarks.soak import soak_kills
from guidepub.workers import WorkerError, WorkerPool

# Seconds and bytes of a task of several cases; each case has limits of its own.
_SECONDS, _MEMORY = 900.0, 3 * 1024**3
_KILLS = 20

Try = Callable[[Sequence[int]], list[Outcome]]


def _each(tried: Callable[[int], Outcome], numbers: Sequence[int]) -> list[Outcome]:
    return [tried(number) for number in numbers]


def _school(numbers: Sequence[int]) -> list[Outcome]:
    return list(try_school(numbers))


def _kills(numbers: Sequence[int]) -> list[Outcome]:
    """Kill builds at as many moments as there are numbers, and see that they end as others."""
    begin, faults = time.monotonic(), []
    try:
        soak_kills(
            8, len(numbers), small=True, options=["-j", "2", "-e", "screen"], seed=numbers[0]
        )
    except AssertionError as error:
        faults.append(("wrong bytes", str(error)))
    each = (time.monotonic() - begin) / len(numbers)
    by_number = [tuple(faults), *(() for _ in numbers[1:])]
    return [
        Outcome("kill", number, "a build", "killed", found, each)
        for number, found in zip(numbers, by_number, strict=True)
    ]


# By kind: how many cases there are, how many of them one task takes, and who tries them.
KINDS: dict[str, tuple[int, int, Try]] = {
    "definitions": (10_000, 50, partial(_each, try_definition)),
    "paths": (len(CASES), 20, partial(_each, try_path)),
    "themes": (len(TRICKS) + len(HONEST), 20, partial(_each, try_theme)),
    "pictures": (300, 10, partial(_each, try_picture)),
    "damaged": (1_000, 50, try_damaged),
    "machines": (len(NAMES), 4, partial(_each, try_machine)),
    "kills": (40, _KILLS, _kills),
    "school": (500, 500, _school),
}


def besieged(kind: str, first: int, count: int, jobs: int) -> Tally:
    """Return the sum of the cases of a kind, from a number on; how far it is goes to stderr.

    A task that costs its process is a fault of the first of its cases.
    """
    _, at_once, tries = KINDS[kind]
    tally = Tally(kind)
    numbers, printed = range(first, first + count), 0
    with WorkerPool(jobs, _SECONDS, _MEMORY) as pool, _ended_at_once(pool):
        tasks = {
            pool.submit(tries, share): share
            for share in (numbers[at : at + at_once] for at in range(0, count, at_once))
        }
        for future, share in tasks.items():
            tally.add(_outcomes(kind, future, share))
            for outcome in tally.faults[printed:]:
                print("\n".join(outcome.lines()), file=sys.stderr)
            printed = len(tally.faults)
            done = (
                f"{kind}: {share[-1] + 1 - first:,} of {count:,}, {len(tally.faults)} with faults"
            )
            print(done, file=sys.stderr, flush=True)
    return tally


@contextmanager
def _ended_at_once(pool: WorkerPool) -> Iterator[None]:
    """Let Ctrl+C end the tasks that are waiting, too."""
    try:
        yield
    except KeyboardInterrupt:
        pool.kill()
        raise


def _outcomes(kind: str, future: Future[list[Outcome]], share: Sequence[int]) -> Iterator[Outcome]:
    try:
        yield from future.result()
    except WorkerError as error:
        fault = ("beyond limits" if error.kind in ("time", "memory") else "traceback", str(error))
        yield Outcome(kind, share[0], f"one of {len(share)} from here", "lost", (fault,))
