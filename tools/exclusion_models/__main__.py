"""`python -m tools.exclusion_models`: learn the weights that tell two sentences that exclude each other.

Without options it writes `guidepub/text/weights/exclusion.en.tsv`. `--left-out` prints what the
passages of each writer show of weights that were learned without that writer, and `--wrong N` the
heaviest pairs that are no contradiction.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guidepub.text.weighed.exclusions import clues, is_plain
from guidepub.text.weights import BASE, LEAST, SCALE
from tools.exclusion_models.digest import MADE_OF, WEIGHTS, made_of
from tools.exclusion_models.pairs import Pair, Text, pairs, rarity, texts

Numbers = NDArray[np.float64]

LANGUAGES = ("en",)
# The share of passages with an alarm in which something must be contradicted.
_SURE = 0.95
_FEWEST = 10
# The farther from 0 a weight is, the more it costs.
_TIGHT = 5.0
_STEPS = 25
_ENOUGH = 1e-4
# Clues that are nearly always there, or nearly never, are not made more of.
_LEAST_SPREAD = 0.3
_LIGHTEST = 0.005


@dataclass
class Learning:
    """The pairs of a language as rows of clues."""

    language: str
    pairs: list[Pair]
    names: list[str]
    rows: Numbers
    rarity: dict[str, float]

    @classmethod
    def of(cls, known: Sequence[Text], language: str) -> Learning:
        """Return the pairs of some texts with their clues."""
        found_pairs = pairs(known, language)
        rare = rarity(known, language)
        found = [clues(*pair.readings(language), pair.apart, rare) for pair in found_pairs]
        counts = Counter(clue for row in found for clue, value in row.items() if value)
        names = sorted(clue for clue, count in counts.items() if count >= _FEWEST)
        rows = np.array([[row.get(name, 0.0) for name in names] for row in found])
        return cls(language, found_pairs, names, rows, rare)

    @property
    def spread(self) -> Numbers:
        """How much each clue differs from pair to pair."""
        spread: Numbers = np.maximum(self.rows.std(axis=0), _LEAST_SPREAD)
        return spread

    def fitted(self, used: NDArray[np.bool_]) -> tuple[Numbers, float]:
        """Return the weights of the clues and the base, learned from some of the pairs."""
        faults = np.array([pair.is_fault for pair in self.pairs], dtype=float)[used]
        rows = np.hstack([self.rows[used] / self.spread, np.ones((int(used.sum()), 1))])
        costs = np.append(np.full(len(self.names), _TIGHT), 1e-6)
        weights = np.zeros(rows.shape[1])
        for _ in range(_STEPS):
            likely = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
            slope = rows.T @ (likely - faults) + costs * weights
            curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + np.diag(costs)
            step = np.linalg.solve(curve, slope)
            weights -= step
            if np.abs(step).max() < _ENOUGH:
                break
        return weights[:-1] / self.spread, float(weights[-1])

    def left_out(self) -> Numbers:
        """Return what each pair weighs by weights that were learned without its writer."""
        hands = np.array([pair.text.hand for pair in self.pairs])
        weights_of_pairs = np.zeros(len(self.pairs))
        for hand in sorted(set(hands)):
            weights, base = self.fitted(hands != hand)
            weights_of_pairs[hands == hand] = self.rows[hands == hand] @ weights + base
        return weights_of_pairs

    def heaviest(self, weighed: Numbers) -> list[int]:
        """Return the heaviest pair of each text that lint would judge, the heaviest first.

        Passages that were written to contradict themselves, one and all, are no measure.
        """
        best: dict[str, int] = {}
        for number in np.argsort(-weighed, kind="stable"):
            pair = self.pairs[number]
            text = pair.text
            if text.hand != "contrary" and all(map(is_plain, pair.readings(self.language))):
                best.setdefault(text.name, int(number))
        return list(best.values())

    def least(self, weighed: Numbers) -> float:
        """Return the least weight from which on that share of the alarms is right."""
        order = self.heaviest(weighed)
        right = np.cumsum([self.pairs[n].is_near for n in order]) / np.arange(1, len(order) + 1)
        sure = np.flatnonzero(right >= _SURE)
        return float(weighed[order[sure[-1] if len(sure) else 0]])


def write(language: str) -> None:
    """Learn the weights and write them."""
    learning = Learning.of(texts(language), language)
    weights, base = learning.fitted(np.ones(len(learning.pairs), dtype=bool))
    least = learning.least(learning.left_out())
    rows = [(BASE, base), (LEAST, least)]
    rows += sorted(
        zip(learning.names, map(float, weights), strict=True), key=lambda r: (-abs(r[1]), r[0])
    )
    kept = [(clue, weight) for clue, weight in rows if abs(weight) >= _LIGHTEST]
    kept += sorted((clue, weight) for clue, weight in learning.rarity.items())
    text = "".join(f"{clue}\t{round(weight * SCALE)}\n" for clue, weight in kept)
    (WEIGHTS / f"exclusion.{language}.tsv").write_text(text, "utf-8")


def print_left_out(language: str, wrong: int) -> None:
    """Print how many alarms are right by weights learned without the writer, and how many faults are found."""
    learning = Learning.of(texts(language), language)
    weighed = learning.left_out()
    least = learning.least(weighed)
    order = [n for n in learning.heaviest(weighed) if weighed[n] >= least]
    print(f"from {least:.2f} on\n| writer | alarms right | texts at fault |\n|---|--:|--:|")
    for hand in sorted({pair.text.hand for pair in learning.pairs}):
        alarms = [learning.pairs[n] for n in order if learning.pairs[n].text.hand == hand]
        at_fault = {p.text.name for p in learning.pairs if p.text.hand == hand and p.text.faults}
        right = sum(pair.is_near for pair in alarms)
        print(f"| {hand} | {right} of {len(alarms)} | {len(at_fault)} |")
    doubtful = [n for n in learning.heaviest(weighed) if not learning.pairs[n].is_near][:wrong]
    for n in doubtful:
        pair = learning.pairs[n]
        print(f"{weighed[n]:+.1f} {pair.text.name}: {pair.first} <> {pair.second}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the weights, or print what they show."""
    parser = argparse.ArgumentParser(prog="python -m tools.exclusion_models", description=__doc__)
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--wrong", type=int, default=0, metavar="N")
    options = parser.parse_args(arguments)
    for language in LANGUAGES:
        if options.left_out or options.wrong:
            print_left_out(language, options.wrong)
        else:
            write(language)
    if not (options.left_out or options.wrong):
        (WEIGHTS / MADE_OF).write_text(made_of() + "\n", "utf-8")


if __name__ == "__main__":
    main()
