"""The probability that a sentence is a promise, is biased, or was left from a web page.

It is computed with weights learned from sentences that people have labelled (`guidepub.text.weights`):
the sum of the weights of a sentence's clues is the log odds.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from guidepub.text.weighed.clues import clues, words
from guidepub.text.weights import weights

# Shorter words (with the space after them) are not shown, since they explain little.
_SHORT = 4

FEWEST_SPACES = 3
"""A sentence with fewer spaces is too short to judge."""
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Impression:
    """The probability that a sentence belongs to a family, and the words with most weight."""

    probability: float
    words: tuple[str, ...]


def impression(sentence: str, family: str, language: str) -> Impression | None:
    """Return the impression of a sentence, or None if it is not certain enough.

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
    """Return the words of a sentence with most weight, in their order, as they are written."""
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
