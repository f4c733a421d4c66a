"""The weights of clues for the section of a part, learned from parts that people have labelled.

`knowledge/parts.tsv` has a row of sections with their bases, a row of the bounds, and for each
clue what it weighs for each of the sections. `python -m tools.section_models` makes it.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from guidepub.importing.headings.part_clues import heading_clues, text_clues

OURS = frozenset({"overview", "workplace", "outlook", "salary", "education"})
"""The sections that parts are put into; all others keep headings of their own."""

# The least probability of another section for one half of a part.
_DOUBT = 0.3
SCALE = 10
"""The weights are written in tenths."""


@dataclass(frozen=True, slots=True)
class PartWeights:
    """Weights of clues and bases, in the order of `sections`, as logarithms of odds.

    From `least` on, as a probability, a part is placed in a section of ours if it is not divided,
    from `least_agreed` on where the lists of words say the same; from `least_apart` on it is of
    no section of ours.
    """

    sections: tuple[str, ...]
    by_clue: Mapping[str, tuple[float, ...]]
    bases: tuple[float, ...]
    least: float
    least_agreed: float
    least_apart: float

    def judged(self, heading: str, text: str) -> tuple[str, float]:
        """Return the likeliest section of a part, and its probability."""
        shares: list[list[float]] = [[base] for base in self.bases]
        for clues in (heading_clues(heading), text_clues(text)):
            scale = 1 / math.sqrt(max(len(clues), 1))
            for weights in (self.by_clue[clue] for clue in clues if clue in self.by_clue):
                for share, weight in zip(shares, weights, strict=True):
                    share.append(weight * scale)
        # Sums of floats depend on their order, and that of clues on the process.
        logits = [math.fsum(share) for share in shares]
        highest = max(logits)
        odds = math.fsum(math.exp(each - highest) for each in logits)
        return self.sections[logits.index(highest)], 1 / odds

    def is_divided(self, heading: str, text: str, section: str) -> bool:
        """Return whether the heading alone, or the text alone, rather says another section."""
        halves = [self.judged(*half) for half in ((heading, ""), ("", text)) if any(half)]
        return any(named != section and sureness >= _DOUBT for named, sureness in halves)


@functools.cache
def part_weights() -> PartWeights:
    """Return the weights that were learned, the same for all languages."""
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
