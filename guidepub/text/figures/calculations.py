"""Calculations in a sentence, as in worked examples: “two at $85 come to $170”."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal

from guidepub.text.figures.quantities import Figure, all_figures

# The time grows with the cube of this.
_MOST_FIGURES = 8
_FEWEST = 3
_HUNDRED = Decimal(100)


def works_out(sentence: str, language: str, times_only: bool = False) -> bool:
    """Return whether an amount of money in a sentence is calculated from two of its other figures.

    With `times_only`, only products count, not sums and differences.
    """
    found = [f for f in all_figures(sentence, language)[:_MOST_FIGURES] if f.high is None]
    if len(found) < _FEWEST:
        return False
    return any(
        result.kind == "money" and _follows(result, pair, times_only)
        for result in found
        for pair in itertools.combinations([f for f in found if f is not result], 2)
    )


def _follows(result: Figure, pair: Sequence[Figure], times_only: bool) -> bool:
    first, second = pair
    money = sum(figure.kind == "money" for figure in pair)
    # Multiplying by one proves nothing.
    if money == 1 and 1 not in (first.value, second.value):
        share = any(figure.kind == "percent" for figure in pair)
        return first.value * second.value == result.value * (_HUNDRED if share else 1)
    if money == len(pair) and not times_only:
        return result.value in (first.value + second.value, abs(first.value - second.value))
    return False
