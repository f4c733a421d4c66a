"""The impression of a sentence: that it promises, excludes people, or was left from a web page.

No list tells this but weights that were learned from sentences which people have labelled
(`guidepub.text.weights`): the sum of what its clues weigh is the logarithm of the odds.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from guidepub.text.weighed.clues import clues, words
from guidepub.text.weights import weights

# Shorter words, with the space behind them, say little by themselves.
_SHORT = 4

FEWEST_SPACES = 3
"""In a sentence with fewer spaces too little stands to tell it by."""
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Impression:
    """The probability that a sentence belongs to a family, and the words that show it best."""

    probability: float
    words: tuple[str, ...]


def impression(sentence: str, family: str, language: str) -> Impression | None:
    """Return the impression of a sentence, or None where it is not certain enough.

    The family is `promise`, `bias` or `residue`.
    """
    table = weights(family, language)
    if table is None or sentence.count(" ") < FEWEST_SPACES:
        return None
    seen = clues(sentence, language)
    shares: dict[int, float] = defaultdict(float)
    for clue, index in seen.items():
        weight = table.by_clue.get(clue)
        if weight is not None:
            shares[index] += weight
    total = table.base + sum(shares.values()) / math.sqrt(max(len(seen), 1))
    if total < table.least:
        return None
    return Impression(1 / (1 + math.exp(-total)), _heaviest(sentence, shares))


def _heaviest(sentence: str, shares: dict[int, float]) -> tuple[str, ...]:
    """Return the words of a sentence that weigh most, in their order, as they are written."""
    places = [start for _, start in words(sentence)]
    ends = [*places[1:], len(sentence)]
    heavy = [
        index
        for index in sorted(shares, key=lambda index: (-shares[index], index))
        if index >= 0 and shares[index] > 0 and ends[index] - places[index] > _SHORT
    ]
    return tuple(
        sentence[places[index] : ends[index]].strip() for index in sorted(heavy[:_MOST_WORDS])
    )
