"""Wall time of cases taken in turns, so that what disturbs the machine disturbs them all."""

from __future__ import annotations

import hashlib
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Case:
    """Something to time, by a name that no other case of the run has.

    What is to be done before and after it is not timed.
    """

    name: str
    run: Callable[[], None]
    before: Callable[[], None] = _nothing
    after: Callable[[], None] = _nothing


@dataclass(frozen=True, slots=True)
class Sample:
    """Measurements of one thing: seconds, or a ratio for each round.

    `work` holds the processors' seconds where processes were started and waited for: other
    programs on the machine change them less.
    """

    values: tuple[float, ...]
    work: tuple[float, ...] = ()

    @property
    def median(self) -> float:
        """The value in the middle."""
        return statistics.median(self.values)

    @property
    def worked(self) -> Sample:
        """The processors' seconds."""
        return Sample(self.work)

    @property
    def spread(self) -> float:
        """How far the lowest and the highest lie apart, as a share of the median."""
        return (max(self.values) - min(self.values)) / self.median

    def over(self, other: Sample) -> Sample:
        """Return this divided by another, round by round."""
        return Sample(tuple(a / b for a, b in zip(self.values, other.values, strict=True)))

    def each(self, count: int) -> Sample:
        """Return a `count`th of it."""
        return Sample(tuple(value / count for value in self.values))

    def within(self, seconds: float) -> Sample:
        """Return how often it goes into a time that was measured once."""
        return Sample(tuple(seconds / value for value in self.values))


@dataclass(slots=True)
class Turns:
    """Times cases in turns, and beside them always the same calculation: the machine's noise."""

    rounds: int
    report: Callable[[str], None]
    noise: list[float] = field(default_factory=list)

    def time(self, cases: Sequence[Case]) -> dict[str, Sample | Exception]:
        """Return the seconds of each case by its name, or what made it fail.

        Every second round goes backwards, so that no case always follows the same other.
        """
        found: dict[str, list[tuple[float, float]]] = {case.name: [] for case in cases}
        failed: dict[str, Exception] = {}
        for number in range(self.rounds):
            for case in cases if number % 2 == 0 else reversed(cases):
                if case.name in failed:
                    continue
                self.noise.append(seconds_of(_calculate))
                try:
                    case.before()
                    before = _work_of_children()
                    taken = seconds_of(case.run)
                    work = _work_of_children() - before
                    case.after()
                except Exception as error:  # noqa: BLE001 - a rival that fails is reported, not fatal
                    failed[case.name] = error
                    self.report(f"{case.name}: {error}")
                    continue
                found[case.name].append((taken, work))
                self.report(f"{case.name}: {taken:.2f} s")
        return {
            name: failed[name] if name in failed else Sample(*zip(*pairs, strict=True))
            for name, pairs in found.items()
        }


def seconds_of(run: Callable[[], object]) -> float:
    """Return how many seconds a call takes."""
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def _work_of_children() -> float:
    """Return the processors' seconds of the processes that have been waited for."""
    spent = os.times()
    return spent.children_user + spent.children_system


def _calculate() -> None:
    """Do what takes a tenth of a second or so, and no memory to speak of."""
    digest = b""
    for _ in range(100_000):
        digest = hashlib.sha256(digest).digest()
