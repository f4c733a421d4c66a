"""Logistic regression beside what is known already: of clues by their rows, and of a few signs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tools.sentence_models.fitting import Counted, Numbers, newton_step

_STEPS, _ENOUGH = 12, 1e-3


def fitted_beside(
    rows: Counted, wanted: Sequence[bool], known: Numbers, freedom: float
) -> tuple[Numbers, float]:
    """Return weights of clues and a base that tell best beside what each row is `known` to weigh.

    The more freedom, the farther from 0 may weights be.
    """
    right = np.array(wanted, dtype=float)
    weights, base = np.zeros(rows.width), 0.0
    for _ in range(_STEPS):
        likely = _share(rows.times(weights) + base + known)
        wrong = likely - right
        slope = np.append(rows.back(wrong) + weights / freedom, wrong.sum())
        step = newton_step(rows, likely * (1 - likely), freedom, slope)
        weights, base = weights - step[:-1], base - float(step[-1])
        if np.abs(step).max() < _ENOUGH:
            break
    return weights, base


def fitted_signs(rows: Numbers, wanted: Sequence[bool], strictness: float) -> tuple[Numbers, float]:
    """Return what each sign weighs, and the base; the more strictness, the nearer to 0 are weights."""
    right, spread = np.array(wanted, dtype=float), rows.std(0) + 1e-9
    middle = rows.mean(0)
    scaled = np.c_[(rows - middle) / spread, np.ones(len(rows))]
    bound = np.eye(scaled.shape[1]) * strictness
    bound[-1, -1] = 1e-6
    weights = np.zeros(scaled.shape[1])
    for _ in range(50):
        likely = _share(scaled @ weights)
        slope = scaled.T @ (likely - right) + bound @ weights
        curve = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + bound
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < _ENOUGH:
            break
    plain = weights[:-1] / spread
    return plain, float(weights[-1] - (plain * middle).sum())


def _share(odds: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))
