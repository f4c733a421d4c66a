"""Weights of clues: for sentences, pairs of sentences, figures, and words that sound alike.

Of sentences that promise, shut people out or come from a web page there is a file a family and
language, of rows with a clue and its weight, heaviest first. The rows of
`=base` and `=least` say what a sentence weighs without clues, and how much it must at least weigh
to be reported. `python -m tools.sentence_models` makes them of labelled sentences.

Of two sentences that exclude each other there is `exclusion.en.tsv`, of the same rows, and of rows
behind `~` that say how rare a stem is. `python -m tools.exclusion_models` makes it of labelled passages.

Of figures there is one file for all languages, `figures.tsv`, of rows with what a weight is for, the
weight, and all clues that have it: for a figure's being a fact of the occupation (`fact`), and for
each of the measures that it may be then. `python -m tools.figure_models` makes it of labelled passages.

Of words that sound alike there is `soundalikes.en.tsv`, of rows with a clue and what it weighs for
each of the things that such a word does. `python -m tools.soundalike_models` makes it of texts.
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
"""The rows that are no clue's."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a family's clues, the weight of a sentence without any, and the least to report."""

    by_clue: Mapping[str, float]
    base: float
    least: float


@functools.cache
def weights(family: str, language: str) -> Weights | None:
    """Return the weights of a family, such as `promise` or `exclusion`; None in other languages."""
    file = resources.files(__name__).joinpath(f"{family}.{language}.tsv")
    if not file.is_file():
        return None
    rows = (line.rsplit("\t", 1) for line in file.read_text("utf-8").splitlines())
    table = {clue: int(weight) / SCALE for clue, weight in rows}
    return Weights(table, table.pop(BASE), table.pop(LEAST))


FACT = "fact"
"""The row of whether a figure is a fact at all; the other rows are each for a measure."""

LEAST_OF_RULES = "=least of rules"
"""The row that says how likely a figure must at least be a fact where a rule says that it is."""


@dataclass(frozen=True, slots=True)
class FigureWeights:
    """The weights of clues for figures, as logarithms of odds, by the thing that they show.

    `bases` is what a figure weighs without clues. From what `least` has for a language on a figure
    is lifted; below `least_of_rules` not even by a rule.
    """

    by_target: Mapping[str, Mapping[str, float]]
    bases: Mapping[str, float]
    least: Mapping[str, float]
    least_of_rules: float

    def least_in(self, language: str) -> float:
        """Return the certainty that a reading needs in a language; infinite in an unknown one."""
        return self.least.get(primary_language(language), math.inf)

    def weight(self, target: str, clues: Set[str]) -> float:
        """Return the joint weight of clues; each weighs the less the more there are."""
        weights = self.by_target[target]
        found = [weights[clue] for clue in weights.keys() & clues]
        # Sums of floats depend on their order, and that of clues on the process.
        return self.bases[target] + math.fsum(found) / math.sqrt(max(len(clues), 1))


@functools.cache
def figure_weights() -> FigureWeights:
    """Return the weights of the clues to figures, the same for all languages."""
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
    """The weights of clues for the role of a word, as logarithms of odds.

    `bases` is what each weighs without clues. A word is reported where another thing weighs so much
    more than what it does: `least`.
    """

    by_role: Mapping[str, Mapping[str, float]]
    bases: Mapping[str, float]
    least: Mapping[str, float]

    def weight(self, role: str, clues: Collection[str]) -> float:
        """Return the joint weight of clues; each weighs the less the more there are."""
        weights = self.by_role[role]
        found = [weights[clue] for clue in clues if clue in weights]
        return self.bases[role] + math.fsum(found) / math.sqrt(max(len(clues), 1))


@functools.cache
def soundalike_weights() -> SoundalikeWeights:
    """Return the weights of the clues to English words that sound alike."""
    by_role: dict[str, dict[str, float]] = {}
    text = resources.files(__name__).joinpath("soundalikes.en.tsv").read_text("utf-8")
    for line in text.splitlines():
        role, clue, weight = line.split("\t")
        by_role.setdefault(role, {})[clue] = int(weight) / SCALE
    bases = {role: weights.pop(BASE) for role, weights in by_role.items()}
    least = {role: weights.pop(LEAST) for role, weights in by_role.items()}
    return SoundalikeWeights(by_role, bases, least)


DOCUMENT, TOGETHER = "document", "together"
"""What clues weigh more or less in whole documents than in passages; and what figures weigh together."""


@dataclass(frozen=True, slots=True)
class DocumentWeights:
    """The additional weights of clues in whole documents, and the joint weight of figures.

    From `least` on a figure is a fact.
    """

    clues: FigureWeights
    signs: Mapping[str, float]
    least: float

    def weight(self, clues: Set[str]) -> float:
        """Return the weight of clues in addition to that in passages."""
        return self.clues.weight(DOCUMENT, clues)

    def together(self, signs: Mapping[str, float]) -> float:
        """Return the certainty of a figure by all evidence for and against it."""
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
