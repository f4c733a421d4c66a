"""Learned weights of clues: for sentences, pairs of sentences, figures, and words that sound alike.

- `promise`, `bias` and `residue` have a file for each language, with a clue and its weight in each row,
  heaviest first. The rows `=base` and `=least` are the weight of a sentence without clues, and the least
  weight to report. `python -m tools.sentence_models` makes them from labelled sentences.
- `exclusion.en.tsv` is for sentences that contradict each other. It also has rows for the rarity of
  stems, which begin with `~`. `python -m tools.exclusion_models` makes it from labelled passages.
- `figures.tsv`, for all languages, has in each row a target, a weight, and all clues with this weight.
  The targets are that a figure is a fact of the occupation (`fact`), and each measure that it may be.
  `python -m tools.figure_models` makes it from labelled passages.
- `soundalikes.en.tsv` has in each row a role that a word may have, a clue and its weight.
  `python -m tools.soundalike_models` makes it from texts.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from importlib import resources

from guidepub.words.languages import primary_language

SCALE = 100
"""The weights are written in hundredths."""
BASE, LEAST = "=base", "=least"
"""The rows that do not belong to a clue."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a family's clues, the weight without any, and the least weight to report."""

    by_clue: Mapping[str, float]
    base: float
    least: float


@functools.cache
def weights(family: str, language: str) -> Weights | None:
    """Return the weights of a family, such as `promise`, or None if a language has none."""
    file = resources.files(__name__).joinpath(f"{family}.{language}.tsv")
    if not file.is_file():
        return None
    rows = (line.rsplit("\t", 1) for line in file.read_text("utf-8").splitlines())
    table = {clue: int(weight) / SCALE for clue, weight in rows}
    return Weights(table, table.pop(BASE), table.pop(LEAST))


FACT = "fact"
"""The target that a figure is a fact at all; each other target is a measure."""

LEAST_OF_RULES = "=least of rules"
"""The row with the least log odds of a fact for a figure that a rule has found."""


@dataclass(frozen=True, slots=True)
class FigureWeights:
    """The weights of clues for figures, as log odds, by target.

    `bases` are the weights of a figure without clues. A figure is a fact if its weight is at least that
    of the language in `least`; if a rule has found it, `least_of_rules` is enough.
    """

    by_target: Mapping[str, Mapping[str, float]]
    bases: Mapping[str, float]
    least: Mapping[str, float]
    least_of_rules: float

    def least_in(self, language: str) -> float:
        """Return the certainty that a reading needs in a language; infinite if it is unknown."""
        return self.least.get(primary_language(language), math.inf)

    def weight(self, target: str, clues: Set[str]) -> float:
        """Return the joint weight of clues; the more there are, the less each one counts."""
        weights = self.by_target[target]
        found = [weights[clue] for clue in weights.keys() & clues]
        # `fsum`, since sums of floats depend on their order, and that of clues on the process.
        return self.bases[target] + math.fsum(found) / math.sqrt(max(len(clues), 1))


@functools.cache
def figure_weights() -> FigureWeights:
    """Return the weights of the clues for figures, the same for all languages."""
    by_target: dict[str, dict[str, float]] = {}
    text = resources.files(__name__).joinpath("figures.tsv").read_text("utf-8")
    for line in text.splitlines():
        target, weight, *clues = line.split("\t")
        by_target.setdefault(target, {}).update(dict.fromkeys(clues, int(weight) / SCALE))
    bounds = by_target.pop("")
    least_of_rules = bounds.pop(LEAST_OF_RULES)
    least = {name.removeprefix(f"{LEAST} "): bound for name, bound in bounds.items()}
    bases = {target: weights.pop(BASE) for target, weights in by_target.items()}
    return FigureWeights(by_target, bases, least, least_of_rules)


@dataclass(frozen=True, slots=True)
class SoundalikeWeights:
    """The weights of clues for the role of a word, as log odds.

    `bases` are the weights without clues. A word is reported if another role weighs more than its own
    by at least `least`.
    """

    by_role: Mapping[str, Mapping[str, float]]
    bases: Mapping[str, float]
    least: Mapping[str, float]

    def weight(self, role: str, clues: Collection[str]) -> float:
        """Return the joint weight of clues; the more there are, the less each one counts."""
        weights = self.by_role[role]
        found = [weights[clue] for clue in clues if clue in weights]
        return self.bases[role] + math.fsum(found) / math.sqrt(max(len(clues), 1))


@functools.cache
def soundalike_weights() -> SoundalikeWeights:
    """Return the weights of the clues for English words that sound alike."""
    by_role: dict[str, dict[str, float]] = {}
    text = resources.files(__name__).joinpath("soundalikes.en.tsv").read_text("utf-8")
    for line in text.splitlines():
        role, clue, weight = line.split("\t")
        by_role.setdefault(role, {})[clue] = int(weight) / SCALE
    bases = {role: weights.pop(BASE) for role, weights in by_role.items()}
    least = {role: weights.pop(LEAST) for role, weights in by_role.items()}
    return SoundalikeWeights(by_role, bases, least)


DOCUMENT, TOGETHER = "document", "together"
"""The targets of the weights that clues have in addition in whole documents, and of their sum."""


@dataclass(frozen=True, slots=True)
class DocumentWeights:
    """The additional weights of clues in whole documents, and the joint weight of figures.

    A figure is a fact if its weight is at least `least`.
    """

    clues: FigureWeights
    signs: Mapping[str, float]
    least: float

    def weight(self, clues: Set[str]) -> float:
        """Return the weight of clues in addition to that in passages."""
        return self.clues.weight(DOCUMENT, clues)

    def together(self, signs: Mapping[str, float]) -> float:
        """Return the certainty of a figure from all evidence for and against it."""
        found = (self.signs[sign] * value for sign, value in signs.items() if sign in self.signs)
        return self.signs[BASE] + math.fsum(found)


@functools.cache
def document_weights() -> DocumentWeights:
    """Return the weights for the figures of a whole document."""
    rows: dict[str, dict[str, float]] = {DOCUMENT: {}, TOGETHER: {}}
    text = resources.files(__name__).joinpath("documents.tsv").read_text("utf-8")
    for line in text.splitlines():
        target, weight, *clues = line.split("\t")
        rows[target].update(dict.fromkeys(clues, int(weight) / SCALE))
    base, least = rows[DOCUMENT].pop(BASE), rows[TOGETHER].pop(LEAST)
    in_documents = FigureWeights({DOCUMENT: rows[DOCUMENT]}, {DOCUMENT: base}, {}, -math.inf)
    return DocumentWeights(in_documents, rows[TOGETHER], least)
