"""Wall time of cases taken in turns, so that what disturbs the machine disturbs them all."""

from __future__ import annotations

import hashlib
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
    """Measurements of one thing: seconds, or a ratio for each round."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The value in the middle."""
        return statistics.median(self.values)

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
    tell: Callable[[str], None]
    noise: list[float] = field(default_factory=list)

    def time(self, cases: Sequence[Case]) -> dict[str, Sample | Exception]:
        """Return the seconds of each case by its name, or what made it fail.

        Every second round goes backwards, so that no case always follows the same other.
        """
        found: dict[str, list[float]] = {case.name: [] for case in cases}
        failed: dict[str, Exception] = {}
        for number in range(self.rounds):
            for case in cases if number % 2 == 0 else reversed(cases):
                if case.name in failed:
                    continue
                self.noise.append(seconds_of(_calculate))
                try:
                    case.before()
                    taken = seconds_of(case.run)
                    case.after()
                except Exception as error:  # noqa: BLE001 - a rival that fails is told, not fatal
                    failed[case.name] = error
                    self.tell(f"{case.name}: {error}")
                    continue
                found[case.name].append(taken)
                self.tell(f"{case.name}: {taken:.2f} s")
        samples = {name: Sample(tuple(values)) for name, values in found.items()}
        return {name: failed.get(name, sample) for name, sample in samples.items()}


def seconds_of(run: Callable[[], object]) -> float:
    """Return how many seconds a call takes."""
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def _calculate() -> None:
    """Do what takes a tenth of a second or so, and no memory to speak of."""
    digest = b""
    for _ in range(100_000):
        digest = hashlib.sha256(digest).digest()
