"""What became of a case, and the sum of many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

FAULTS = ("traceback", "outside", "connection", "unnamed", "wrong bytes", "beyond limits")
"""What must not happen: the kinds of a case's faults."""

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case.

    `verdict` is what the product made of it, such as `taken` or `reported`. `faults` are what must
    not happen, each a kind and a word on it. `size` is bytes of what was made.
    """

    kind: str
    number: int
    name: str
    verdict: str
    faults: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0
    size: int = 0

    def lines(self) -> list[str]:
        """Return what must not happen and did, one line each."""
        return [
            f"  {kind}: {self.kind} {self.number} ({self.name}): {word}"
            for kind, word in self.faults
        ]


@dataclass
class Tally:
    """The sum of many outcomes of one kind."""

    kind: str
    verdicts: Counter[str] = field(default_factory=Counter)
    faults: list[Outcome] = field(default_factory=list)
    slowest: list[Outcome] = field(default_factory=list)
    largest: list[Outcome] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, outcomes: Iterable[Outcome]) -> None:
        """Count some outcomes."""
        for outcome in outcomes:
            self.verdicts[outcome.verdict] += 1
            self.seconds += outcome.seconds
            if outcome.faults:
                self.faults.append(outcome)
            self.slowest = _first([*self.slowest, outcome], lambda each: each.seconds)
            self.largest = _first([*self.largest, outcome], lambda each: each.size)

    def lines(self) -> list[str]:
        """Return what there is to tell, one line each."""
        counted = Counter(kind for outcome in self.faults for kind, _ in outcome.faults)
        verdicts = ", ".join(f"{count:,} {name}" for name, count in self.verdicts.most_common())
        lines = [f"{self.kind}: {sum(self.verdicts.values()):,} cases: {verdicts or 'none'}"]
        lines.append("  " + ", ".join(f"{counted[kind]} {kind}" for kind in FAULTS))
        slow = (
            f"{each.seconds:.1f} s {each.kind} {each.number} ({each.name})" for each in self.slowest
        )
        lines.append(f"  slowest: {'; '.join(slow)}")
        large = (
            f"{each.size:,} B {each.number} ({each.name})" for each in self.largest if each.size
        )
        lines.append(f"  largest: {'; '.join(large) or 'nothing was made'}")
        for outcome in self.faults:
            lines += outcome.lines()
        return lines


def _first(outcomes: list[Outcome], measure: Callable[[Outcome], float]) -> list[Outcome]:
    return sorted(outcomes, key=measure, reverse=True)[:_SHOWN]
