"""Classifies parts of a text into sections, by weights that were learned from labelled parts.

`knowledge/parts.tsv` has a row of sections with their biases, a row of thresholds, and the weights
of each clue for each section. `python -m tools.section_models` makes it.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from guidepub.importing.headings.part_clues import heading_clues, text_clues

OURS = frozenset({"overview", "workplace", "outlook", "salary", "education"})
"""The sections into which parts are moved; other parts keep headings of their own."""

# The lowest probability of another section for the heading or the text alone.
_DOUBT = 0.3
SCALE = 10
"""The weights are stored in tenths."""


@dataclass(frozen=True, slots=True)
class PartWeights:
    """Weights of clues and biases, in the order of `sections`, as log-odds.

    A part is moved into a section of ours if its probability is at least `least` and it is not
    divided, or at least `least_agreed` if the lists of words agree. From `least_apart` on, it
    belongs to another section.
    """

    sections: tuple[str, ...]
    by_clue: Mapping[str, tuple[float, ...]]
    bases: tuple[float, ...]
    least: float
    least_agreed: float
    least_apart: float

    def judged(self, heading: str, text: str) -> tuple[str, float]:
        """Return the most likely section of a part, and its probability."""
        shares: list[list[float]] = [[base] for base in self.bases]
        for clues in (heading_clues(heading), text_clues(text)):
            scale = 1 / math.sqrt(max(len(clues), 1))
            for weights in (self.by_clue[clue] for clue in clues if clue in self.by_clue):
                for share, weight in zip(shares, weights, strict=True):
                    share.append(weight * scale)
        # Sorted, since sums of floats depend on order, and that of a set on the process.
        logits = [math.fsum(share) for share in shares]
        highest = max(logits)
        odds = math.fsum(math.exp(each - highest) for each in logits)
        return self.sections[logits.index(highest)], 1 / odds

    def is_divided(self, heading: str, text: str, section: str) -> bool:
        """Return whether the heading alone, or the text alone, suggests another section."""
        halves = [self.judged(*half) for half in ((heading, ""), ("", text)) if any(half)]
        return any(named != section and sureness >= _DOUBT for named, sureness in halves)


@functools.cache
def part_weights() -> PartWeights:
    """Return the learned weights, which are the same for all languages."""
    text = resources.files("guidepub.importing.knowledge").joinpath("parts.tsv").read_text("utf-8")
    names, bases, bounds, *rows = (line.split("\t") for line in text.splitlines())
    by_clue: dict[str, tuple[float, ...]] = {}
    for weights, *clues in rows:
        row = [0.0] * len(names)
        for pair in weights.split():
            number, _, weight = pair.partition(":")
            row[int(number)] = int(weight) / SCALE
        by_clue.update(dict.fromkeys(clues, tuple(row)))
    least, agreed, apart = map(float, bounds)
    return PartWeights(tuple(names), by_clue, tuple(map(float, bases)), least, agreed, apart)
