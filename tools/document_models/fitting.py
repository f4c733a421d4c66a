"""Logistic regression beside what is known already: of clues by their rows, and of a few signs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tools.sentence_models.fitting import Counted, Numbers

_STEPS, _INNER, _ENOUGH = 12, 60, 1e-3


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
        step = _solved(rows, likely * (1 - likely), freedom, slope)
        weights, base = weights - step[:-1], base - float(step[-1])
        if np.abs(step).max() < _ENOUGH:
            break
    return weights, base


def _solved(rows: Counted, curve: Numbers, freedom: float, slope: Numbers) -> Numbers:
    """Return the step that would lead to where the slope is none, by conjugate gradients."""

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
