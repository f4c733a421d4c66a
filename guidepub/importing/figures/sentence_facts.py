"""Turns statements in running prose into facts, and finds whom each is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from guidepub.importing.figures.antecedents import others_meant
from guidepub.importing.figures.block_sentences import (
    block_sentences,
)
from guidepub.importing.figures.confining import (
    confined_statement,
)
from guidepub.importing.figures.facts import Facts
from guidepub.importing.figures.opening_phrases import opening_place
from guidepub.importing.figures.sums_of_jobs import SumsOfJobs
from guidepub.importing.figures.surroundings import BlockSurroundings, SentencePlace
from guidepub.importing.figures.weighing import Weighing
from guidepub.importing.figures.women_only import names_only_women
from guidepub.importing.headings.figure_headings import is_about_figures, may_be_name
from guidepub.importing.originals.original import OriginalBlock
from guidepub.importing.originals.stated_figures import StatedFigure, as_figure
from guidepub.text.figures.quantities import Figure
from guidepub.text.figures.quantities import figures as quantities
from guidepub.text.figures.years import Dating
from guidepub.text.measured.measures import Statement
from guidepub.text.naming.occupations import (
    is_anyone,
    is_of_nation,
    is_of_place,
    looks_like_one,
    subject_of,
)
from guidepub.text.naming.places import without_seats
from guidepub.text.readings.reserves import (
    disclaimer,
    goes_on_about_others,
    names_own,
    names_wider_group,
    reserve,
    states_pay,
)
from guidepub.text.readings.weighed_statements import all_statements
from guidepub.text.schooling.demands import nouns
from guidepub.text.schooling.entry_levels import entry_level
from guidepub.text.schooling.entry_lines import first_level, listed_level
from guidepub.text.schooling.levels import levels

_LETTER = re.compile(r"[^\W\d_]")
_MOST_FIGURES = 7


@dataclass(slots=True)
class RunningText:
    """The state that is carried from one sentence of a block to the next.

    `carried` is whom they are about, `last` the dating of their figures, `paid` the amounts of the
    occupation's pay, and `is_of_wider` whether they are about more people than the occupation.
    """

    sums: SumsOfJobs
    carried: str = ""
    last: Dating = Dating()  # noqa: RUF009 - frozen
    paid: tuple[Figure, ...] = ()
    is_of_wider: bool = False


class SentenceFacts:
    """Turns the statements of one text's sentences into facts, in order.

    `weighing` has their figures, some of which may become facts after the whole text is read.
    """

    def __init__(self, facts: Facts, spoken: str) -> None:
        self.facts, self.spoken = facts, spoken
        self.weighing = Weighing(facts, spoken)
        self._nouns = nouns([facts.title, *sorted(facts.own)])

    def stated_by(
        self, place: SentencePlace, around: BlockSurroundings, running: RunningText
    ) -> Iterator[tuple[str, StatedFigure]]:
        """Add the facts that a sentence states, and yield each key with its figure."""
        sentence, before = without_seats(place.text), without_seats(place.before)
        is_of_nation_now = is_of_nation(sentence)
        if is_of_nation_now or names_own(sentence, self.facts.own, self.spoken):
            running.carried = ""
        running.carried = subject_of(sentence) or running.carried
        if not around.is_others:
            self._keep_level(sentence, place.source, place.line)
        statements = self._unreserved(sentence, before, place.behind, running.paid)
        running.is_of_wider = self._is_about_more_people(
            sentence, before, statements, running.is_of_wider
        )
        # Below “California”, the occupation's figures are those of the state.
        is_of_part = around.is_of_part or around.is_of_named or place.is_apart
        is_partial = running.is_of_wider or (is_of_part and not is_of_nation_now)
        lifted, paid = set[int](), running.paid
        if quantities(sentence, self.spoken):
            running.paid = ()
        running.sums.next_sentence()
        for statement in statements:
            running.last = statement.when if statement.when != Dating() else running.last
            who = self._subject(statement, running.carried, around)
            is_own = who is not None and self.facts.owner_of(who) == "own"
            if who is None or (is_partial and is_own):
                continue
            figure = as_figure(statement)
            key = self.facts.add(figure, running.last, place.source, who, place.whole, place.line)
            yield key, figure
            lifted |= {statement.figure.start} if key else set()
            if key and is_own:
                running.paid = (*running.paid, statement.figure)
        is_of_others = is_partial or around.is_others or around.is_confined
        self.weighing.note(
            place, (sentence, before), paid, frozenset(lifted), running.last,
            is_of_others=is_of_others or self._is_below_name(around.below),
        )  # fmt: skip
        if not is_of_others:
            stated_at = {statement.figure.start for statement in statements}
            yield from self._sums(place, (sentence, before), running.sums, stated_at)

    def _sums(
        self, place: SentencePlace, words: tuple[str, str], sums: SumsOfJobs, stated_at: Set[int]
    ) -> Iterator[tuple[str, StatedFigure]]:
        """Add counts that add up with facts, unless a statement has them; yield each key with its figure.

        `words` are the sentence and the one before it.
        """
        for statement in sums.stated(*words, place.behind):
            figure, years = as_figure(statement), statement.when
            if figure.at not in stated_at:
                key = self.facts.add(figure, years, place.source, "", place.whole, place.line)
                yield key, figure

    def _is_below_name(self, below: str) -> bool:
        """Return whether a heading may be the name of another occupation."""
        return self.facts.owner_of(below) != "own" and may_be_name(below, self.spoken)

    def _statements(
        self, sentence: str, before: str, paid: tuple[Figure, ...]
    ) -> Sequence[Statement]:
        """Return the statements of a sentence; one with too many figures was once a table.

        `before` is the sentence before it, or the heading. A figure without words states nothing.
        """
        own, spoken = self.facts.own, self.spoken
        is_table = len(quantities(sentence, spoken)) > _MOST_FIGURES
        if is_table or not _LETTER.search(sentence) or opening_place(sentence, own, spoken):
            return ()
        return all_statements(sentence, own, spoken, before, paid)

    def _unreserved(
        self, sentence: str, before: str, behind: str, paid: tuple[Figure, ...]
    ) -> list[Statement]:
        """Return the statements of a sentence that it does not qualify.

        `behind` is the sentence after it, and `paid` are amounts of the occupation's pay in earlier
        sentences.
        """
        own, spoken = self.facts.own, self.spoken
        return [
            statement
            for statement in self._statements(sentence, before, paid)
            if not reserve(statement, sentence, before, behind, own, spoken)
            and not confined_statement(statement, sentence, own, spoken)
        ]

    def _is_about_more_people(
        self, sentence: str, before: str, statements: Sequence[Statement], was: bool
    ) -> bool:
        """Return whether a sentence is about other people than the occupation.

        It is if it names a wider group, another occupation, or only the women of this one, if it
        refers back to others, or if a rule recognises its pay as that of others. Sentences that
        name no one are about the same people as the one before, for which `was` is the answer.
        """
        own, spoken = self.facts.own, self.spoken
        if names_only_women(sentence, self.facts.title, own, spoken):
            return True
        if names_wider_group(sentence, own, spoken) or others_meant(sentence, before, own, spoken):
            return True
        who = subject_of(sentence) or ""
        is_others = looks_like_one(who) and self.facts.owner_of(who) == "other"
        if (is_others or not statements) and states_pay(sentence, own, spoken):
            return True
        return was and goes_on_about_others(sentence, own, spoken)

    def _subject(self, statement: Statement, carried: str, around: BlockSurroundings) -> str | None:
        """Return whom a statement is about, or None if it is not a fact.

        `carried` is whom the sentences before it are about; below the name of another occupation,
        “the average salary” is of that one. Statements that were found by weights count only below
        headings of sections and headings that ask about the occupation or name its figures
        (`is_about_figures`), and not in guides to an occupation in one place.
        """
        if statement.who is None or statement.narrowed or not statement.is_exact:
            return None
        who = statement.who or carried
        owners = {self.facts.owner_of(who)}
        if not is_about_figures(around.below, self.spoken):
            owners.add(self.facts.owner_of(around.below))
        if statement.is_learned and (owners != {"own"} or is_of_place(self.facts.title)):
            return None
        if around.is_others and (not who or is_anyone(who)):
            return None
        return None if around.is_of_named and self.facts.owner_of(who) != "own" else who

    def _keep_level(self, sentence: str, source: str, line: int) -> None:
        """Record the level of education that a sentence requires, if it requires one."""
        demand = entry_level(sentence, self._nouns, self.facts.own, self.spoken)
        # “Some say that you need a degree” requires none.
        if demand is not None and not disclaimer(sentence, self.spoken):
            level = StatedFigure("entry_education", demand.level, None, demand.text, demand.start)
            who = (subject_of(sentence) or demand.who) if demand.who else ""
            self.facts.add_level(level, source, who, sentence, line)

    def keep_level_alone(self, place: SentencePlace, is_first: bool, block: OriginalBlock) -> None:
        """Record the level of education in a line of facts, or in a section's first sentence."""
        found = first_level(place.text, self.spoken) if is_first else None
        if found and self._names_another_level(found.level, block):
            return
        if found := found or listed_level(place.text, self.spoken):
            level = StatedFigure("entry_education", found.level, None, found.text, found.start)
            self.facts.add_level(level, place.source, "", place.whole, place.line)

    def _names_another_level(self, level: str, block: OriginalBlock) -> bool:
        """Return whether a list also names another level, or a paragraph has a second bare one."""
        if block.kind == "list":
            return any(other.level != level for other in levels(block.text, 12, self.spoken))
        texts = (block.text[start:end] for start, end, _ in block_sentences(block))
        others = (first_level(text, self.spoken) for text in texts)
        return any(other.level != level for other in others if other)
