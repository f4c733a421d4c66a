"""What a sentence states of a measure: by the rules, and by weights where no rule is certain.

The rules (`measures`) know words and forms. Weights that were learned from labelled passages
(`weights.figure_weights`) know how figures of an occupation are told from others in other words;
what the rules make of a figure is one of their clues. A figure of which neither is certain is none.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidepub.figures.pay import measure_of_pay
from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.figures.scope import narrowing, narrows_what_follows, without_comparison
from guidepub.text.figures.years import when, years
from guidepub.text.measured.clauses import FEWEST, WHOLE, ClausePiece, clause_pieces
from guidepub.text.measured.forms import falling, is_listed_around
from guidepub.text.measured.measures import (
    Statement,
    is_by_month,
    is_net,
    key_and_unit,
    statements,
    with_period,
)
from guidepub.text.measured.named_points import as_pay, limits_of, named_point, names_share
from guidepub.text.naming.occupations import is_own
from guidepub.text.readings.figure_clues import figure_clues, kinds_around, names_past
from guidepub.text.readings.others_named import names_jobs_of_others, names_others_too
from guidepub.text.weighed.clues import kind_of
from guidepub.text.weights import FACT, FigureWeights
from guidepub.words.languages import primary_language

BARE_PAY = "pay"
"""What an amount states whose currency its text leaves out: “the median is 24,900”; it is no fact."""

MEASURES = {
    "money": ("median_wage", "mean_wage", "wage_p10", "wage_p25", "wage_p75", "wage_p90",
              "starting_wage"),
    "percent": ("projected_growth",),
    "count": ("employment", "employment_change", "projected_employment", "annual_openings", BARE_PAY),
}  # fmt: skip
"""The measures that a figure of each kind may state."""

_UNITS = {
    "projected_growth": "percent",
    "employment": "jobs",
    "employment_change": "jobs",
    "projected_employment": "jobs",
    "annual_openings": "openings/year",
}
_LEAST_WITHOUT_PERIOD = 8000
# What words are of that a sentence narrows what stands behind it with.
_AHEAD = frozenset("~@future ~@until ~=ahead percent:some ahead ^@future ^@until".split()) | {
    "^ahead"
}
_OF_PARTS = frozenset("=place =employer =capital =rank =one =part".split())
# What a count of people says that it is of, and how many words behind it.
_COUNTED = frozenset("own trade jobs count headcount employed anyone openings".split())
_MOST_WORDS_BEFORE_COUNTED = 4
# How sure it is that an amount is of the measure that its words name, as a logarithm of odds.
_SURE_OF_NAMED = 4.0
_CHANGES = frozenset({"projected_growth", "employment_change"})


@dataclass(frozen=True, slots=True)
class FigureReading:
    """The measure that weights make of a figure, and how sure they are, as logarithms of odds.

    `is_fact` is how sure it is that the figure states any measure of the whole occupation, `is_key`
    that it is this one if so.
    """

    key: str
    is_fact: float
    is_key: float

    @property
    def sureness(self) -> float:
        """The logarithm of the odds that the figure states this measure."""
        probability = 1 / ((1 + math.exp(-self.is_fact)) * (1 + math.exp(-self.is_key)))
        return math.log(probability / (1 - probability))


def readings_of(
    sentence: str, own: frozenset[str], language: str, before: str, table: FigureWeights
) -> dict[int, tuple[FigureReading, Statement | None]]:
    """Return how weights read the figures of a sentence, by where each begins.

    With each stands the statement that it would make if it were sure enough: none where its unit
    or its sign is not certain, another figure is surer to be of that measure, a rule knows what
    narrows it, it may be one of a past that the sentence or the one before names, or neither the
    sentence nor the one before it names the occupation or the country.
    """
    clues = all_clues(sentence, own, language, before)
    narrowed = {
        statement.figure.start
        for statement in statements(sentence, own, language)
        if statement.narrowed and not is_listed_around(language)
    }
    figures = all_figures(sentence, language)
    pieces = clause_pieces(sentence, figures, own, language)
    names_whole = any(piece.classes & WHOLE for piece in pieces)
    found: dict[int, tuple[FigureReading, Statement | None]] = {}
    around = all_figures(f"{before}\n{sentence}", language)
    for bare, its_clues in zip(figures, clues, strict=True):
        figure = as_pay(bare, figures, pieces, around)
        if reading := reading_of(bare, its_clues, table, named_point(figure, figures, pieces)):
            timed = with_period(figure, around)
            statement = learned_statement(sentence, own, language, timed, reading)
            is_of_whole = names_whole or _leads_to_whole(before, its_clues)
            is_narrowed = figure.start in narrowed or not is_of_whole
            is_narrowed |= is_of_past(sentence, before, figure)
            is_narrowed |= is_of_no_time_to_come(reading, its_clues)
            found[figure.start] = reading, None if is_narrowed else statement
    surest: dict[str, float] = {}
    for reading, statement in found.values():
        if statement:
            surest[statement.key] = max(surest.get(statement.key, reading.is_fact), reading.is_fact)
    return {
        start: (reading, made if made and reading.is_fact >= surest[made.key] else None)
        for start, (reading, made) in found.items()
    }


def _leads_to_whole(before: str, clues: frozenset[str]) -> bool:
    """Return whether a sentence that names nobody goes on about the whole occupation.

    It does behind nothing, and behind a heading or a sentence that names the occupation or the
    country and none of their parts. What “there” and “they” mean behind others is said farther
    before than clues reach.
    """
    if not before:
        return True
    clues_before = {clue[1:] for clue in clues if clue[0] == "^"}
    names_whole = any(f"@{whole}" in clues_before for whole in WHOLE)
    is_heading = not before.endswith((".", "!", "?", ":"))
    return (names_whole or is_heading) and not clues_before & _OF_PARTS


def is_of_past(sentence: str, before: str, figure: Figure) -> bool:
    """Return whether a sentence, or the one before it, names a year long ago that a figure may be of.

    A sentence that names the year of its figures does not go on about one before.
    """
    own_text = without_comparison(sentence, figure.closes)
    return names_past(own_text) or (names_past(before) and not years(own_text))


def is_of_no_time_to_come(reading: FigureReading, clues: frozenset[str]) -> bool:
    """Return whether a percentage is one of a year that its sentence names, or nothing looks ahead."""
    return reading.key == "projected_growth" and not clues & _AHEAD


def is_certain(statement: Statement) -> bool:
    """Return whether the rules state a measure without reserve."""
    return statement.who is not None and not statement.narrowed and statement.is_exact


def is_narrowed_before(sentence: str, own: frozenset[str], language: str, before: str) -> bool:
    """Return whether the sentence or the heading before narrows a statement that names nobody.

    “In Ohio … Their pay averages”, “## In Louisiana”: it is of those of whom the words before
    speak, unless its own sentence names the occupation or the country. Only English has such words.
    """
    if primary_language(language) != "en" or not narrows_what_follows(before, sentence, own):
        return False
    pieces = clause_pieces(sentence, all_figures(sentence, language), own, language)
    return not any(piece.classes & WHOLE for piece in pieces)


def is_doubted(
    statement: Statement, reading: FigureReading, least_of_rules: float, own: frozenset[str]
) -> bool:
    """Return whether weights are sure that what the rules state of the occupation is none of its facts.

    A figure of a year that its sentence names is one of that year, however long ago. Before what
    beginners are paid the rules know each word, and weights have seen few such facts.
    """
    return (
        measure_of_pay(statement.key) != "starting_wage"
        and reading.is_fact < least_of_rules
        and statement.when.year is None
        and is_own(statement.who or "", own)
    )


def may_state(figure: Figure) -> bool:
    """Return whether a figure is of a kind that measures have; a year and a small number are none."""
    if figure.kind == "number":
        return figure.value >= FEWEST and not figure.is_year
    return True


def reading_of(
    figure: Figure, clues: frozenset[str], table: FigureWeights, named: str = ""
) -> FigureReading | None:
    """Return the measure that a figure most likely states by its clues, or None for what states none.

    `named` is the point of a scale of pay that its words name, or empty (`named_points`).
    """
    if not may_state(figure):
        return None
    keys = MEASURES["count" if figure.kind == "number" else figure.kind]
    odds = {key: math.exp(table.weight(key, clues)) for key in keys}
    shares = {key: each / (1 + each) for key, each in odds.items()}
    best = max(shares, key=lambda key: shares[key])
    others = sum(shares.values()) - shares[best]
    is_key = math.log(shares[best] / max(others, 1e-6))
    if named:
        best, is_key = named, max(is_key if best == named else 0.0, _SURE_OF_NAMED)
    return FigureReading(best, table.weight(FACT, clues), is_key)


@functools.lru_cache(maxsize=64)
def all_clues(
    sentence: str, own: frozenset[str], language: str, before: str = ""
) -> tuple[frozenset[str], ...]:
    """Return the clues to each figure of a sentence, with what the rules make of it."""
    ruled = {statement.figure.start: statement for statement in statements(sentence, own, language)}
    figures = all_figures(sentence, language)
    found = figure_clues(sentence, own, language, before)
    return tuple(
        clues | frozenset(_verdict(sentence, figure, ruled.get(figure.start), own, language))
        for figure, clues in zip(figures, found, strict=True)
    )


def _verdict(
    sentence: str, figure: Figure, statement: Statement | None, own: frozenset[str], language: str
) -> Iterator[str]:
    """Yield what the rules say of a figure."""
    if language == "en" and narrowing(sentence, figure, "", own):
        yield f"{figure.kind}:narrowed"
    if statement is None:
        yield f"{figure.kind}:rule:silent"
        return
    key = measure_of_pay(statement.key)
    who = "unclear" if statement.who is None else "own" if is_own(statement.who, own) else "other"
    how = "narrowed" if statement.narrowed else "whole" if statement.is_exact else "inexact"
    yield f"rule:{key}"
    yield f"rule:{who}:{how}"
    yield f"rule:{key}:{who}:{how}"


def learned_statement(
    sentence: str, own: frozenset[str], language: str, figure: Figure, reading: FigureReading
) -> Statement | None:
    """Return the statement that weights read, or None where its unit or its sign is not certain."""
    key = reading.key
    pieces = clause_pieces(sentence, all_figures(sentence, language), own, language)
    if not _may_be_of(key, sentence, pieces, language, figure):
        return None
    known = key_and_unit(key, figure) if figure.kind == "money" else (key, _UNITS[key])
    falls = key in _CHANGES and _falls(sentence, pieces, language, figure)
    if known is None or falls is None:
        return None
    value = -abs(figure.value) if falls else figure.value
    own_text = without_comparison(sentence, figure.end)
    return Statement(*known, value, figure, "", when(own_text, figure.start), is_learned=True)


def _may_be_of(
    key: str, sentence: str, pieces: Sequence[ClausePiece], language: str, figure: Figure
) -> bool:
    """Return whether a figure may be of a measure, whatever weights make of its words."""
    limits = limits_of(key)
    if is_net(figure, sentence):
        return False
    if key == BARE_PAY or figure.high is not None or figure.bound not in ("", "about", *limits):
        return False
    if figure.bound in limits and not names_share(key, pieces, figure):
        return False
    # “40 euros above the minimum” are not paid by the hour because they are few.
    if (
        figure.kind == "money"
        and not figure.per
        and figure.value < _LEAST_WITHOUT_PERIOD
        and not is_by_month(figure)
    ):
        return False
    is_of_things = key == "employment" and (
        _counts_things(sentence, pieces, language, figure) or _counts_sample(pieces, figure)
    )
    is_of_others = key in _CHANGES and names_jobs_of_others(pieces)
    return not (is_of_things or is_of_others or names_others_too(sentence, pieces))


def _counts_things(
    sentence: str, pieces: Sequence[ClausePiece], language: str, figure: Figure
) -> bool:
    """Return whether a count is of what is no people and no jobs: “11,500 taxidermy shops”.

    That is so where strange words stand behind it, none near says that it counts people, and the
    sentence does not name the occupation.
    """
    if any("own" in piece.classes for piece in pieces):
        return False
    spoken = primary_language(language)
    behind = [piece for piece in pieces if piece.start >= figure.closes]
    at = figure.closes
    for number, piece in enumerate(behind[:_MOST_WORDS_BEFORE_COUNTED]):
        is_apart = bool(sentence[at : piece.start].strip() or piece.figure)
        if is_apart or "strange" not in piece.classes:
            return number > 0 and (is_apart or not piece.classes & _COUNTED)
        words = sentence[piece.start : piece.end].casefold()
        if kind_of(words, spoken) == "worker" or "=people" in kinds_around(words, spoken):
            return False
        at = piece.end
    return bool(behind)


def _counts_sample(pieces: Sequence[ClausePiece], figure: Figure) -> bool:
    """Return whether a count is of those whom a survey asked: “the 3,411 officers in our sample”."""
    return any("sampled" in piece.classes for piece in pieces) or any(
        "source" in piece.classes and piece.start <= figure.start < piece.end for piece in pieces
    )


def _falls(
    sentence: str, pieces: Sequence[ClausePiece], language: str, figure: Figure
) -> bool | None:
    """Return whether a figure is of a loss; None where the words of its sentence say both or neither."""
    if figure.value < 0 or figure.text.startswith("+"):
        return figure.value < 0
    ways = _ways(sentence, pieces, language, figure)
    if not figure.value or (not ways and any("change" in piece.classes for piece in pieces)):
        # “The projected change is 3%” has no sign because it is a rise.
        return False
    return ways.pop() == "fall" if len(ways) == 1 else None


def _ways(sentence: str, pieces: Sequence[ClausePiece], language: str, figure: Figure) -> set[str]:
    """Return what the words nearest to a figure say: `rise`, `fall`, or both.

    Those that the rules know come before those of the kinds around figures.
    """
    known: list[tuple[int, str]] = []
    like: list[tuple[int, str]] = []
    for piece in pieces:
        words = sentence[piece.start : piece.end]
        if piece.figure:
            continue
        between = sentence[piece.end : figure.start] or sentence[figure.end : piece.start]
        crossed = sum(between.count(mark) for mark in ",;:—")
        if piece.classes & {"fall", "lost"} or falling(language).match(words):
            known.append((crossed, "fall"))
        elif piece.classes & {"rise", "gained"}:
            known.append((crossed, "rise"))
        kinds = {"=rise", "=fall"} & {*kinds_around(words.casefold(), primary_language(language))}
        like += [(crossed, kind.removeprefix("=")) for kind in kinds]
    ways = known or like
    nearest = min((crossed for crossed, _ in ways), default=0)
    return {way for crossed, way in ways if crossed == nearest}
