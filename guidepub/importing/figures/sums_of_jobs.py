"""Finds figures that add up with facts on the occupation's jobs, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from guidepub.importing.figures.facts import Facts
from guidepub.text.figures.quantities import all_figures
from guidepub.text.measured.clauses import clause_pieces
from guidepub.text.measured.job_sums import KEYS, job_sums
from guidepub.text.measured.measures import Statement
from guidepub.text.naming.places import place_named
from guidepub.text.readings.reserves import reserve

# Words of a sentence that continues about jobs.
_OF_CHANGE = frozenset("gained lost rise fall future until".split())
_OF_JOBS = _OF_CHANGE | frozenset("own trade jobs".split())


class SumsOfJobs:
    """Reads those counts of one block that add up with earlier facts.

    A sentence is read this way only if it states such a fact itself, or continues about jobs after
    one that does. Elsewhere, figures may add up by chance.
    """

    def __init__(self, facts: Facts, language: str) -> None:
        self._facts, self._language = facts, language
        self._here: set[str] = set()
        self._before: set[str] = set()

    def note(self, key: str) -> None:
        """Record that the current sentence states a fact."""
        self._here |= {key} & {*KEYS}

    def next_sentence(self) -> None:
        """Go on to the next sentence."""
        self._before, self._here = self._here, set()

    def stated(self, sentence: str, before: str, behind: str) -> Sequence[Statement]:
        """Return the statements of the current sentence's figures that add up with facts.

        `before` and `behind` are the sentences around it.
        """
        own, language = self._facts.own, self._language
        is_on_jobs = self._here or (self._before and self._speaks_of(_OF_JOBS, sentence))
        if not is_on_jobs or place_named(sentence):
            return ()
        found = {key: self._facts.found[key].value for key in KEYS if key in self._facts.found}
        known = {key: value for key, value in found.items() if isinstance(value, Decimal)}
        sums = job_sums(sentence, language, known)
        if [statement.key for statement in sums] == ["employment_change"] and not (
            self._here or self._speaks_of(_OF_CHANGE, sentence)
        ):
            # “About 12,078 bakers are women” may add up by chance.
            return ()
        return [
            statement
            for statement in sums
            if not reserve(statement, sentence, before, behind, own, language)
        ]

    def _speaks_of(self, kinds: frozenset[str], sentence: str) -> bool:
        """Return whether a sentence has words of some kinds, such as those for jobs or their growth."""
        figures = all_figures(sentence, self._language)
        pieces = clause_pieces(sentence, figures, self._facts.own, self._language)
        return any(piece.classes & kinds for piece in pieces)
