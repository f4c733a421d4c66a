"""`python -m tools.sentence_models`: learn the weights that lint tells sentences by.

Without options it writes `guidepub/text/weights`; with `--keep-bounds` it leaves what a sentence must
weigh at least as it is, which takes a minute instead of half an hour and suits a few more clean sentences. `--left-out` prints what sentences show of
weights that were learned without those who wrote them; `--doubtful N` the sentences that such weights
contradict most, so that their labels are looked at again; `--clean FOLDER` how many sentences of
O*NET's tasks and descriptions in that folder are reported, which is wrong of all of them; those that were learned from are left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from guidepub.text import weights as shipped
from guidepub.text.weighed.impressions import FEWEST_SPACES, impression
from tools.sentence_models.digest import MADE_OF, WEIGHTS, made_of
from tools.sentence_models.fitting import Counted, Numbers, clues_of, fitted, known_clues
from tools.sentence_models.texts import (
    FAMILIES,
    HANDS,
    PASSAGE_HANDS,
    Example,
    examples,
    onet_sentences,
)

LANGUAGES = ("en", "es")
_FREEDOM = 30.0
_SURE, _SURE_IN_PASSAGES = 0.95, 0.92
"""The share of findings that have to be right on sentences of a writer who was left out."""
# The logarithm of the odds that a sentence must have however the labelled ones fare: 73 percent.
_LEAST = 1.0
# What weighs less than this moves no sentence over the bound.
_LIGHTEST = 0.3


class Learned:
    """Weights of a family in a language, learned from some examples."""

    def __init__(self, family: str, language: str, known: Sequence[Example]) -> None:
        used = [e for e in known if e.language == language and family in e.faults]
        found = [clues_of(example.text, language) for example in used]
        self.language = language
        self.clues = known_clues(found, 2)
        faults = [example.faults[family] for example in used]
        self.weights, self.base = fitted(Counted(found, self.clues), faults, _FREEDOM)

    def weighed(self, texts: Sequence[str]) -> Numbers:
        """Return what sentences weigh."""
        found = [clues_of(text, self.language) for text in texts]
        return Counted(found, self.clues).times(self.weights) + self.base


def left_out(
    family: str, language: str, known: Sequence[Example]
) -> Iterator[tuple[str, list[Example], Numbers]]:
    """Yield each hand, its sentences for the family, and their weights learned without that hand."""
    for hand in (*HANDS, *PASSAGE_HANDS):
        tried = [
            e
            for e in known
            if e.hand == hand
            and e.language == language
            and e.family in ("", family)
            and e.text.count(" ") >= FEWEST_SPACES
        ]
        if tried:
            learned = Learned(family, language, [e for e in known if e.hand != hand])
            yield hand, tried, learned.weighed([example.text for example in tried])


def bound_of(family: str, parts: Sequence[tuple[str, list[Example], Numbers]]) -> float:
    """Return how much sentences must weigh, so that nearly all that are reported are at fault.

    They are to be so among the sentences of the writers, half of which are at fault, and in the
    labelled passages, which are like real texts: in all of these together, since each set of them
    holds too few faults of a family to tell 92 of 100 from 85.
    """
    found = [_LEAST]
    sets = [(HANDS, _SURE), (tuple(PASSAGE_HANDS), _SURE_IN_PASSAGES)]
    for hands, sure in sets:
        known = [
            (e.faults[family], w)
            for hand, tried, weights in parts
            if hand in hands
            for e, w in zip(tried, weights, strict=True)
        ]
        found.append(least([fault for fault, _ in known], np.array([w for _, w in known]), sure))
    return max(found)


def least(faults: Sequence[bool], weights: Numbers, share: float) -> float:
    """Return the least weight from which on that share of the sentences is at fault."""
    order = np.argsort(-weights, kind="stable")
    right = np.cumsum(np.array(faults)[order]) / np.arange(1, len(order) + 1)
    sure = np.flatnonzero(right >= share)
    return float(weights[order[sure[-1]]]) if len(sure) else float(weights.max())


def table(learned: Learned, bound: float) -> str:
    """Return the weights as a file has them, heaviest first; what weighs nearly nothing is left out."""
    rows = [(shipped.BASE, learned.base), (shipped.LEAST, bound)]
    by_weight = sorted(
        ((clue, float(learned.weights[number])) for clue, number in learned.clues.items()),
        key=lambda row: (-abs(round(row[1] * shipped.SCALE)), row[0]),
    )
    rows += [(clue, weight) for clue, weight in by_weight if abs(weight) >= _LIGHTEST]
    return "".join(f"{clue}\t{round(weight * shipped.SCALE)}\n" for clue, weight in rows)


def write(*, keep_bounds: bool) -> None:
    """Learn all weights and write them, with new bounds or with those that are shipped."""
    known = examples()
    for language in LANGUAGES:
        for family in FAMILIES:
            kept = shipped.weights(family, language) if keep_bounds else None
            if kept is not None:
                bound = kept.least
            else:
                bound = bound_of(family, list(left_out(family, language, known)))
            made = table(Learned(family, language, known), bound)
            (WEIGHTS / f"{family}.{language}.tsv").write_text(made, "utf-8")
    (WEIGHTS / MADE_OF).write_text(made_of() + "\n", "utf-8")


def print_left_out() -> None:
    """Print what is reported of sentences by weights learned without those who wrote them."""
    known = examples()
    print("| family | language | texts | findings right | faults found |\n|---|---|---|--:|--:|")
    sets = {"writers": HANDS} | {hand: (hand,) for hand in PASSAGE_HANDS}
    for language in LANGUAGES:
        for family in FAMILIES:
            parts = list(left_out(family, language, known))
            bound = bound_of(family, parts)
            for name, hands in sets.items():
                reported = [
                    (tried, weights >= bound) for hand, tried, weights in parts if hand in hands
                ]
                faults = np.array([e.faults[family] for tried, _ in reported for e in tried])
                is_reported = np.concatenate([weights for _, weights in reported])
                right = int((is_reported & faults).sum())
                cells = f"{right} of {is_reported.sum()}", f"{right} of {faults.sum()}"
                print(f"| {family} | {language} | {name} | {' | '.join(cells)} |")


def print_doubtful(most: int) -> None:
    """Print the sentences whose labels weights that were learned without them contradict most."""
    known = examples()
    for language in LANGUAGES:
        for family in FAMILIES:
            for hand, tried, weights in left_out(family, language, known):
                signs = np.array([-1 if e.faults[family] else 1 for e in tried])
                for number in np.argsort(-weights * signs, kind="stable")[:most]:
                    example = tried[number]
                    label = "fault" if example.faults[family] else "clean"
                    print(
                        f"{language} {family} {hand} {label} {weights[number]:+.1f} {example.text}"
                    )


def print_clean(folder: Path) -> None:
    """Print how many of O*NET's sentences are reported as faults, and which."""
    tables = (("Task Statements.txt", "Task"), ("Occupation Data.txt", "Description"))
    learned = {example.text for example in examples()}
    texts = [s for name, column in tables for s in onet_sentences(folder / name, column)]
    texts = sorted({text for text in texts if text not in learned})
    for family in FAMILIES:
        found = [text for text in texts if impression(text, family, "en")]
        print(f"{family}: {len(found)} of {len(texts)}", *found, sep="\n  ")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the weights, or print what they show."""
    parser = argparse.ArgumentParser(prog="python -m tools.sentence_models", description=__doc__)
    parser.add_argument("--keep-bounds", action="store_true")
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--doubtful", type=int, metavar="N")
    parser.add_argument("--clean", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    if options.left_out:
        print_left_out()
    elif options.doubtful:
        print_doubtful(options.doubtful)
    elif options.clean:
        print_clean(options.clean)
    else:
        write(keep_bounds=options.keep_bounds)


if __name__ == "__main__":
    main()
