"""Logistic regression: weights of clues that tell best which sentences are at fault."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from guidepub.text.weighed.clues import clues

Numbers = NDArray[np.float64]

_STEPS, _INNER = 12, 60
_ENOUGH = 1e-3


class Counted:
    """Sentences as rows of clues, each of which weighs the less the more there are in its row."""

    def __init__(self, found: Sequence[frozenset[str]], known: Mapping[str, int]) -> None:
        rows = [sorted(known[clue] for clue in clues if clue in known) for clues in found]
        sizes = [len(row) for row in rows]
        self.count, self.width = len(rows), len(known)
        self.rows = np.repeat(np.arange(len(rows)), sizes)
        self.columns = np.fromiter((c for row in rows for c in row), dtype=np.int64)
        each = [1 / math.sqrt(max(len(clues), 1)) for clues in found]
        self.values = np.repeat(np.array(each), sizes)

    def times(self, weights: Numbers) -> Numbers:
        """Return what each row weighs."""
        parts = self.values * weights[self.columns]
        return np.bincount(self.rows, weights=parts, minlength=self.count).astype(np.float64)

    def back(self, by_row: Numbers) -> Numbers:
        """Return for each clue the sum of what its rows have."""
        parts = self.values * by_row[self.rows]
        return np.bincount(self.columns, weights=parts, minlength=self.width).astype(np.float64)


def clues_of(text: str, language: str) -> frozenset[str]:
    """Return the clues of a sentence, each once."""
    return frozenset(clues(text, language))


def known_clues(found: Iterable[frozenset[str]], least: int) -> dict[str, int]:
    """Return the clues that stand in some sentences at least, in one order."""
    counts = Counter(clue for clues in found for clue in clues)
    return {
        clue: number
        for number, clue in enumerate(sorted(clue for clue in counts if counts[clue] >= least))
    }


def fitted(rows: Counted, faults: Sequence[bool], freedom: float) -> tuple[Numbers, float]:
    """Return the weights and the base, by Newton's method with conjugate gradients.

    The more freedom, the farther from 0 may weights be.
    """
    wanted = np.array(faults, dtype=float)
    weights, base = np.zeros(rows.width), 0.0
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-(rows.times(weights) + base)))
        wrong = likely - wanted
        slope = np.append(rows.back(wrong) + weights / freedom, wrong.sum())
        step = newton_step(rows, likely * (1 - likely), freedom, slope)
        weights, base = weights - step[:-1], base - float(step[-1])
        if np.abs(step).max() < _ENOUGH:
            break
    return weights, base


def newton_step(rows: Counted, curve: Numbers, freedom: float, slope: Numbers) -> Numbers:
    """Return the step that would lead to where the slope is none, were the curve the same all over.

    It is found by conjugate gradients, since the clues are too many for a matrix.
    """

    def bent(step: Numbers) -> Numbers:
        by_row = curve * (rows.times(step[:-1]) + step[-1])
        return np.append(rows.back(by_row) + step[:-1] / freedom, by_row.sum() + 1e-9 * step[-1])

    step, rest = np.zeros_like(slope), slope.copy()
    way, size = rest.copy(), float((rest * rest).sum())
    goal = size * 1e-6
    for _ in range(_INNER):
        if size <= goal:
            break
        turned = bent(way)
        length = size / float((way * turned).sum())
        step, rest = step + length * way, rest - length * turned
        before, size = size, float((rest * rest).sum())
        way = rest + size / before * way
    return step
