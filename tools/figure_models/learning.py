"""Weights learned from labelled figures, and the bounds that keep nearly all that they lift right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from guidepub.figures.pay import measure_of_pay
from guidepub.text.measured.measures import Statement, statements
from guidepub.text.naming.occupations import is_own
from guidepub.text.readings.figure_readings import (
    BARE_PAY,
    MEASURES,
    FigureReading,
    is_certain,
    is_doubted,
    is_narrowed_before,
    may_state,
    readings_of,
)
from guidepub.text.weights import BASE, FACT, LEAST, LEAST_OF_RULES, SCALE, FigureWeights
from tools.figure_models.passages import LabelledFigure
from tools.sentence_models.fitting import Counted, fitted, known_clues

_FREEDOM, _FREEDOM_OF_KEYS = 30.0, 300.0
SURE = 0.97
"""The share of figures that weights lift alone that has to be right, of writers left out."""
# Of the figures of which weights veto what a rule says, so many have to be none.
_SURE_OF_VETO = 0.9
# What weighs less than this moves no figure over a bound.
_LIGHTEST, _LIGHTEST_OF_KEYS = 0.4, 1.0
_NEVER = 99.0
_MOST_IN_ROW = 20


@dataclass(frozen=True)
class ReadFigure:
    """A labelled figure, its reading by weights that were learned without its writer, and by rules.

    `learned` is the measure that weights would lift, if sure enough; `statement` is what rules state
    of the occupation.
    """

    figure: LabelledFigure
    reading: FigureReading | None
    learned: str
    statement: Statement | None

    @property
    def ruled(self) -> str:
        """The measure that rules lift."""
        return self.figure.line or (measure_of_pay(self.statement.key) if self.statement else "")

    def lifted(self, table: FigureWeights) -> str:
        """Return the measure that is lifted with the bounds of a table, or an empty string."""
        if self.figure.line or not self.statement:
            return self.figure.line or self.weighed(table)
        doubted = self.reading and is_doubted(
            self.statement, self.reading, table.least_of_rules, self.figure.own
        )
        return "" if doubted else self.ruled

    def weighed(self, table: FigureWeights) -> str:
        """Return the measure that weights alone lift with the bounds of a table."""
        least = table.least_in(self.figure.language)
        return self.learned if self.reading and self.reading.sureness >= least else ""


def learn(known: Sequence[LabelledFigure]) -> FigureWeights:
    """Return weights learned from some figures, as their files have them, without bounds."""
    # What a heading narrows, the words of its sentence do not tell.
    used = [each for each in known if may_state(each.figure) and not each.is_below_other]
    found = [figure.clues for figure in used]
    by_target, bases = {}, {}
    by_target[FACT], bases[FACT] = _fitted(
        found, [bool(each.key) for each in used], _FREEDOM, _LIGHTEST
    )
    for keys in MEASURES.values():
        numbers = [n for n, figure in enumerate(used) if _measure(figure) in keys]
        for key in keys:
            is_key = [_measure(used[n]) == key for n in numbers]
            by_target[key], bases[key] = _fitted(
                [found[n] for n in numbers], is_key, _FREEDOM_OF_KEYS, _LIGHTEST_OF_KEYS
            )
    return FigureWeights(by_target, bases, {}, -_NEVER)


def _measure(figure: LabelledFigure) -> str:
    """Return the measure that a figure is learned as."""
    is_bare = figure.figure.kind != "money" and figure.key in MEASURES["money"]
    return BARE_PAY if is_bare else figure.key


def _fitted(
    found: Sequence[frozenset[str]], wanted: Sequence[bool], freedom: float, lightest: float
) -> tuple[dict[str, float], float]:
    """Return what clues weigh, those left out that weigh next to nothing, and the base."""
    numbers = known_clues(found, 2)
    weights, base = fitted(Counted(found, numbers), wanted, freedom)
    heavy = {
        clue: _rounded(weights[number])
        for clue, number in numbers.items()
        if abs(weights[number]) >= lightest
    }
    return heavy, _rounded(base)


def _rounded(weight: float) -> float:
    return round(float(weight) * SCALE) / SCALE


def left_out(figures: Sequence[LabelledFigure]) -> Iterator[ReadFigure]:
    """Yield all figures, read by weights that were learned without those of their hand."""
    for hand in sorted({figure.passage.hand for figure in figures}):
        table = learn([figure for figure in figures if figure.passage.hand != hand])
        for figure in figures:
            if figure.passage.hand == hand:
                yield read(figure, table)


def read(figure: LabelledFigure, table: FigureWeights) -> ReadFigure:
    """Return what weights and rules make of a figure."""
    words = figure.sentence, figure.own, figure.language
    found = readings_of(*words, figure.before, table)
    reading, statement = found.get(figure.figure.start, (None, None))
    ruled = [
        statement
        for statement in statements(*words)
        if statement.figure.start == figure.figure.start
        and is_certain(statement)
        and is_own(statement.who or "", figure.own)
        and not is_narrowed_before(*words, figure.before)
    ]
    learned = reading.key if reading and statement and not figure.is_below_other else ""
    return ReadFigure(figure, reading, learned, ruled[0] if ruled else None)


def with_bounds(table: FigureWeights, found: Sequence[ReadFigure]) -> FigureWeights:
    """Return weights with the bounds that figures of writers who were left out ask for."""
    sure: dict[str, list[tuple[float, bool]]] = {}
    for each in found:
        if each.reading and each.learned:
            readings = sure.setdefault(each.figure.passage.language, [])
            readings.append((each.reading.sureness, each.learned == each.figure.key))
    # Of a language with few passages, the last wrong ones would tell too much.
    least_of_all = _least([pair for readings in sure.values() for pair in readings])
    doubted = [
        (-each.reading.is_fact, each.ruled != each.figure.key)
        for each in found
        if each.reading
        and each.statement
        and each.statement.when.year is None
        and not each.figure.line
    ]
    return replace(
        table,
        least={name: min(_least(readings), least_of_all) for name, readings in sure.items()},
        least_of_rules=-_rounded(_bound(doubted, _SURE_OF_VETO)),
    )


def _least(found: Sequence[tuple[float, bool]]) -> float:
    """Return the sureness from which on figures are lifted, as their file has it."""
    return _rounded(_bound(found, SURE) + 0.5 / SCALE)


def _bound(found: Sequence[tuple[float, bool]], share: float) -> float:
    """Return the least sureness from which on that share of the figures is right."""
    ordered = sorted(found, reverse=True)
    right = np.cumsum([is_right for _, is_right in ordered]) / np.arange(1, len(ordered) + 1)
    sure = np.flatnonzero(right >= share)
    return ordered[sure[-1]][0] if len(sure) else _NEVER


def table_of(table: FigureWeights) -> str:
    """Return the weights as their file has them: what each is for, the weight, and its clues."""
    lines = [f"\t{_whole(bound)}\t{LEAST} {name}\n" for name, bound in sorted(table.least.items())]
    lines.append(f"\t{_whole(table.least_of_rules)}\t{LEAST_OF_RULES}\n")
    for target, weights in table.by_target.items():
        lines.append(f"{target}\t{_whole(table.bases[target])}\t{BASE}\n")
        by_weight: dict[int, list[str]] = {}
        for clue, weight in sorted(weights.items()):
            by_weight.setdefault(_whole(weight), []).append(clue)
        for weight, clues in sorted(by_weight.items()):
            for start in range(0, len(clues), _MOST_IN_ROW):
                row = [target, str(weight), *clues[start : start + _MOST_IN_ROW]]
                lines.append("\t".join(row) + "\n")
    return "".join(lines)


def _whole(weight: float) -> int:
    return round(weight * SCALE)
