"""Figures that are not sure by themselves, weighed together once a whole text is read.

A text states a measure once, beside others of its kind. What a sentence leaves open, its
neighbours and the figures of the same measure elsewhere often tell: the numbers for that were
learned from labelled documents (`weights.document_weights`, made by `tools.document_models`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from guidepub.figures.pay import measure_of_pay
from guidepub.importing.figures.confining import confined_statement
from guidepub.importing.figures.facts import Facts
from guidepub.importing.figures.job_arithmetic import MEASURES, confirms
from guidepub.importing.figures.surroundings import SentencePlace
from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.figures.years import Dating, years
from guidepub.text.measured.clauses import clause_pieces
from guidepub.text.measured.forms import is_listed_around
from guidepub.text.measured.measures import Statement, statements, with_period
from guidepub.text.measured.named_points import as_pay, named_point
from guidepub.text.naming.occupations import is_of_place, subject_of
from guidepub.text.readings.figure_readings import (
    FigureReading,
    all_clues,
    is_certain,
    is_of_no_time_to_come,
    is_of_past,
    learned_statement,
    may_state,
    reading_of,
)
from guidepub.text.readings.reserves import goes_on_about_others, reserve
from guidepub.text.weights import document_weights, figure_weights

# What is surer, or less sure, tells no more.
_SUREST = 6.0
_MOST_OTHERS = 6
_MOST_VALUES = 6
_CHANGES = frozenset({"projected_growth", "employment_change"})
# What is less sure by itself is no fact, whatever stands beside it.
_LEAST_SURE = -3.0
# What holds more figures in one sentence was a table once.
_MOST_FIGURES = 7
_LETTER = re.compile(r"[^\W\d_]")
# More figures than a guide has; a text with more is a table of many occupations.
MOST = 1500
# What is looked ahead to, and the first year that is to come.
_TO_COME, _FIRST_AHEAD = frozenset({"projected_employment", "employment_change"}), 2028
_NO_PLACE = ("/day", "/week")
# Hours and months of a year: pay that is the other's, within a rounding.
_TIMES, _ROUNDING = (Decimal(2080), Decimal(12)), Decimal("0.004")
_SCALE = ("wage_p10", "wage_p25", "median_wage", "wage_p75", "wage_p90")


@dataclass(frozen=True, slots=True)
class WeighedFigure:
    """A figure of a sentence with how it is read, and what speaks for it or against it.

    `statement` is the fact that it would be, or None where it can be none: it is one already, its unit
    is not certain, or its sentence is of others. `signs` are the signs of its own sentence.
    """

    place: SentencePlace
    sentence: str
    before: str
    number: int
    figure: Figure
    reading: FigureReading
    statement: Statement | None
    when: Dating
    signs: frozenset[str]

    @property
    def sureness(self) -> float:
        """How sure it is by itself, within bounds."""
        return max(-_SUREST, min(_SUREST, self.reading.sureness))


@dataclass(slots=True)
class Weighing:
    """Gathers the figures of one text's sentences, and decides which are facts."""

    facts: Facts
    spoken: str
    figures: list[WeighedFigure] = field(default_factory=list)

    def note(
        self,
        place: SentencePlace,
        words: tuple[str, str],
        paid: tuple[Figure, ...],
        lifted: frozenset[int],
        when: Dating,
        *,
        is_of_others: bool,
    ) -> None:
        """Keep the figures of a sentence; `words` are its own and those of the one before it.

        `paid` is the pay that the sentences before tell, `lifted` where figures begin that are
        facts already. A sentence that `is_of_others` has none, but is a neighbour of others.
        """
        (sentence, before), spoken = words, self.spoken
        found = all_figures(sentence, spoken)
        if len(self.figures) >= MOST or not any(map(may_state, found)):
            return
        is_of_others |= self._is_of_others(sentence, before)
        is_of_others |= len(found) > _MOST_FIGURES or not _LETTER.search(sentence)
        own, made = self.facts.own, statements(sentence, self.facts.own, spoken, paid)
        ruled = {statement.figure.start: statement for statement in made}
        clues = all_clues(sentence, own, spoken, before)
        pieces = clause_pieces(sentence, found, own, spoken)
        around = (*paid, *all_figures(before, spoken), *found)
        for number, (bare, its_clues) in enumerate(zip(found, clues, strict=True)):
            figure = as_pay(bare, found, pieces, around)
            point = named_point(figure, found, pieces)
            reading = reading_of(bare, its_clues, figure_weights(), point)
            if reading is None:
                continue
            # By passages alone: weights of documents are learned from what is weighed.
            is_doubtful = reading.sureness < _LEAST_SURE or figure.start in lifted
            is_fact = reading.is_fact + document_weights().weight(its_clues)
            reading = replace(reading, is_fact=is_fact)
            statement = None
            if not (is_of_others or is_doubtful):
                statement = self._statement(figure, reading, place, words, paid)
            rule = ruled.get(figure.start)
            signs = frozenset(_signs(words, figure, its_clues, reading, rule, spoken))
            self.figures.append(
                WeighedFigure(
                    place, sentence, before, number, figure, reading, statement, when, signs
                )
            )

    def _is_of_others(self, sentence: str, before: str) -> bool:
        """Return whether a sentence is about others, or about the occupation in a place."""
        is_named = self.facts.owner_of(subject_of(sentence) or "") == "other"
        return is_named or is_of_place(self.facts.title) or self._goes_on(sentence, before)

    def _goes_on(self, sentence: str, before: str) -> bool:
        """Return whether a sentence that names nobody goes on about some, “Those with a degree earn …”."""
        own, spoken = self.facts.own, self.spoken
        is_of_part = any(statement.narrowed for statement in statements(before, own, spoken))
        return is_of_part and goes_on_about_others(sentence, own, spoken)

    def _statement(
        self,
        figure: Figure,
        reading: FigureReading,
        place: SentencePlace,
        words: tuple[str, str],
        paid: tuple[Figure, ...],
    ) -> Statement | None:
        own, spoken = self.facts.own, self.spoken
        if figure.kind == "money" and not figure.per:
            around = all_figures(f"{words[1]}\n{words[0]}", spoken)
            figure = with_period(figure, (*around, *paid))
        statement = learned_statement(words[0], own, spoken, figure, reading)
        if statement is None or statement.unit.endswith(_NO_PLACE):
            return None
        named = [year for _, year in years(words[0])]
        if reading.key in _TO_COME and named and max(named) < _FIRST_AHEAD:
            # “228,000 in 2024” is no count of jobs that are to come.
            return None
        is_of_part = confined_statement(statement, words[0], own, spoken)
        is_reserved = is_of_part or reserve(statement, *words, place.behind, own, spoken)
        return None if is_reserved else statement

    def sure(self) -> Iterator[tuple[SentencePlace, Statement, Dating]]:
        """Yield what is stated by all figures of the text together, the surest first."""
        table, known = document_weights(), self.facts.found
        signs = signs_together(self.figures)
        scores = [
            (table.together(its_clues), figure.statement, figure)
            for figure, its_clues in zip(self.figures, signs, strict=True)
            if figure.statement is not None and figure.statement.key not in known
        ]
        for score, statement, figure in sorted(scores, key=lambda scored: -scored[0]):
            if score < table.least:
                return
            if statement.key not in known and _is_in_order(statement, self.facts):
                dating = statement.when if statement.when != Dating() else figure.when
                yield figure.place, statement, dating


def signs_together(figures: Sequence[WeighedFigure]) -> list[dict[str, float]]:
    """Return for each figure what speaks for it, by itself and among all of its text."""
    by_measure: dict[str, list[WeighedFigure]] = {}
    by_sentence: dict[tuple[int, int], list[WeighedFigure]] = {}
    pay = {abs(each.figure.value) for each in figures if each.figure.kind == "money"}
    jobs = _counted_jobs(figures)
    for each in figures:
        by_measure.setdefault(each.reading.key, []).append(each)
        by_sentence.setdefault((each.place.block, each.place.start), []).append(each)
    found = []
    for each in figures:
        beside = by_sentence[each.place.block, each.place.start]
        rivals = [
            other
            for other in by_measure[each.reading.key]
            if abs(other.figure.value) != abs(each.figure.value)
        ]
        near = [other.reading.is_fact for other in beside if other is not each]
        mean = sum(near) / len(near) if near else -_SUREST / 2
        found.append(
            dict.fromkeys(each.signs, 1.0)
            | {
                "sure": each.sureness,
                "key": max(-_SUREST, min(_SUREST, each.reading.is_key)),
                "rival": max((other.sureness for other in rivals), default=-_SUREST),
                "rivals": float(min(len(rivals), _MOST_OTHERS)),
                "surer beside": float(
                    any(o in beside and o.sureness > each.sureness for o in rivals)
                ),
                "beside": max(-_SUREST, min(_SUREST, mean)),
                "adds up": float(_adds_up(each, jobs)),
                "same pay": float(each.figure.kind == "money" and _is_stated_twice(each, pay)),
            }
        )
    return found


def _counted_jobs(figures: Sequence[WeighedFigure]) -> dict[str, list[Decimal]]:
    """Return the values that a text may state of each measure of jobs, the surest ones."""
    found: dict[str, list[Decimal]] = {}
    for each in sorted(figures, key=lambda each: -each.sureness):
        key = each.reading.key
        if key in MEASURES and each.sureness > _LEAST_SURE:
            values = found.setdefault(key, [])
            # Which way a change goes may stand in words.
            ways = (1, -1) if key in _CHANGES else (1,)
            if len(values) < _MOST_VALUES and abs(each.figure.value) not in map(abs, values):
                values += [abs(each.figure.value) * way for way in ways]
    return found


def _adds_up(each: WeighedFigure, jobs: Mapping[str, Sequence[Decimal]]) -> bool:
    """Return whether a figure of jobs follows from two others: so many today, so many percent more."""
    if each.statement is None or each.reading.key not in MEASURES:
        return False
    others = {
        key: [value for value in values if abs(value) != abs(each.figure.value)]
        for key, values in jobs.items()
    }
    return confirms(others, each.statement.key, each.statement.value)


def _is_stated_twice(each: WeighedFigure, pay: set[Decimal]) -> bool:
    """Return whether an amount is another one for another length of time: $27.50 an hour, $57,200 a year."""
    return any(_are_one_pay(abs(each.figure.value), other) for other in pay)


def _are_one_pay(one: Decimal, other: Decimal) -> bool:
    """Return whether two amounts are the same pay for an hour, a month and a year."""
    less, more = sorted((one, other))
    return less > 0 and any(
        abs(more - less * times) <= less * times * _ROUNDING for times in _TIMES
    )


def _signs(
    words: tuple[str, str],
    figure: Figure,
    clues: frozenset[str],
    reading: FigureReading,
    rule: Statement | None,
    spoken: str,
) -> Iterator[str]:
    """Yield which measure a figure is of, what its sentence says against it, and what a rule makes of it."""
    if is_of_past(*words, figure):
        yield "past"
    if is_of_no_time_to_come(reading, clues):
        yield "this year"
    yield reading.key
    if words[0].count('"', 0, figure.start) % 2:
        yield "quoted"
    if rule:
        if rule.narrowed and not is_listed_around(spoken):
            yield "narrowed"
        if measure_of_pay(rule.key) == reading.key and not is_certain(rule):
            yield "rule"


def _is_of_other_measure(statement: Statement, measure: str, facts: Facts) -> bool:
    """Return whether an amount is pay of a fact for another length of time, and not of its measure.

    “On average 1,450 euros a month. In a year that is 17,400.” has no median.
    """
    return any(
        measure_of_pay(key) != measure
        and isinstance(fact.value, Decimal)
        and (fact.unit or "").partition("/")[0] == statement.unit.partition("/")[0]
        and _are_one_pay(statement.value, fact.value)
        for key, fact in facts.found.items()
    )


def _is_in_order(statement: Statement, facts: Facts) -> bool:
    """Return whether an amount stands where it must among what is known: a tenth earn less than the median."""
    measure = measure_of_pay(statement.key)
    if _is_of_other_measure(statement, measure, facts):
        return False
    if measure not in _SCALE:
        return True
    place = _SCALE.index(measure)
    for key, fact in facts.found.items():
        other = measure_of_pay(key)
        if other in _SCALE and fact.unit == statement.unit and isinstance(fact.value, Decimal):
            far = _SCALE.index(other) - place
            if (fact.value - statement.value) * far < 0:
                return False
    return True
