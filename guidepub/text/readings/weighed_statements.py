"""All statements of a sentence: by rules, by paired figures, and by learned weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidepub.figures.pay import measure_of_pay
from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.measured.clauses import clause_pieces
from guidepub.text.measured.measures import Statement, key_and_unit, statements, with_period
from guidepub.text.measured.paired_figures import paired_statements
from guidepub.text.naming.occupations import is_own
from guidepub.text.readings.figure_readings import (
    is_certain,
    is_doubted,
    is_narrowed_before,
    may_state,
    readings_of,
)
from guidepub.text.readings.others_named import names_others_too
from guidepub.text.weights import figure_weights


def all_statements(
    sentence: str,
    own: frozenset[str],
    language: str,
    before: str = "",
    paid: tuple[Figure, ...] = (),
) -> tuple[Statement, ...]:
    """Return the statements of a sentence about the guide's occupation and others, in order.

    `own` are the names of the occupation, as `occupations.comparable` returns them; `before` is the
    sentence or the heading before, and `paid` the occupation's pay that it states. Statements found
    only by weights are marked `is_learned`.
    """
    ruled = {
        statement.figure.start: statement
        for statement in statements(sentence, own, language, paid)
        if not is_narrowed_before(sentence, own, language, before)
    }
    figures = all_figures(sentence, language)
    if ruled and names_others_too(sentence, clause_pieces(sentence, figures, own, language)):
        # “2 percent growth for all interpreters and translators, with 6,900 openings a year.”
        ruled = {
            start: statement
            for start, statement in ruled.items()
            if statement.who and not is_own(statement.who, own)
        }
    if not any(may_state(figure) for figure in figures):
        return tuple(ruled.values())
    paired: tuple[Statement, ...] = ()
    if not is_narrowed_before(sentence, own, language, before):
        paired = paired_statements(sentence, own, language, paid)
    taken = {statement.figure.start for statement in paired}
    others = _all_statements(sentence, own, language, before, ruled, paid)
    return (*paired, *(statement for statement in others if statement.figure.start not in taken))


def _all_statements(
    sentence: str,
    own: frozenset[str],
    language: str,
    before: str,
    ruled: dict[int, Statement],
    paid: tuple[Figure, ...],
) -> Iterator[Statement]:
    table = figure_weights()
    least = table.least_in(language)
    read = readings_of(sentence, own, language, before, table)
    for figure in all_figures(sentence, language):
        statement = ruled.get(figure.start)
        reading, learned = read.get(figure.start, (None, None))
        if statement and is_certain(statement):
            # “The median is 980” continues the statement of pay in the sentence before.
            goes_on = bool(paid) and statement.figure.kind == "money"
            if goes_on or not (
                reading and is_doubted(statement, reading, table.least_of_rules, own)
            ):
                yield statement
        elif learned and reading and reading.sureness >= least:
            yield learned if not paid else _in_period(learned, paid)
        elif statement:
            yield statement


def _in_period(statement: Statement, paid: tuple[Figure, ...]) -> Statement:
    """Return a learned statement of pay with the period of the pay in the sentences before."""
    figure = with_period(statement.figure, paid)
    known = key_and_unit(measure_of_pay(statement.key), figure) if figure.per else None
    return replace(statement, key=known[0], unit=known[1], figure=figure) if known else statement
