"""Sentences with an earlier and a later figure: “$49,860 in 2013; $63,940 in 2023”.

Only the later figure is current, so such a sentence is read as if it stated only that.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.figures.years import AHEAD, may_be_year, years
from guidepub.text.measured.clauses import FEWEST, ClausePiece, clause_pieces
from guidepub.text.readings.figure_clues import kinds_around
from guidepub.text.vocabulary import either, vocabulary
from guidepub.words.languages import primary_language

# Classes of words allowed between the two amounts; the second set only if used before the first.
_NEUTRAL = frozenset(
    "plain pronoun time until and apart stop anyone rise fall employed own gross change yearly country nation".split()
)
_REPEATED = frozenset("median mean pay earn trade".split())
# Classes that end the noun that an amount counts.
_ENDS = frozenset({"and", "time", "until", "figure"})
# Classes that rule a sentence out: projections, and openings, which are not a later number of jobs.
_LOOKS_AHEAD, _OF_OTHERS = frozenset({"future"}), frozenset({"openings", "gained", "lost"})
_LANGUAGES = ("en", "es", "fr", "de", "pt")
_LONGEST = 400
# An amount that is this many times as high is about something else: “by 2023 a house cost $300,000”.
_MOST_TIMES = 3


@dataclass(frozen=True, slots=True)
class LaterHalf:
    """The later statement of a sentence with two dates, as a sentence of its own.

    Its characters from `start` to the end of the figure are `left_out` characters later in the
    original sentence.
    """

    text: str
    start: int
    left_out: int

    def place(self, at: int) -> int:
        """Return the offset in the original sentence for an offset in this text."""
        return at + self.left_out if at >= self.start else at


def later_half(sentence: str, own: frozenset[str], language: str) -> LaterHalf | None:
    """Return the later statement of a sentence with two years and an amount for each, or None.

    `own` are the names of the occupation, as `occupations.comparable` returns them.
    """
    language_code = primary_language(language)
    named = years(sentence) if len(sentence) <= _LONGEST and language_code in _LANGUAGES else ()
    amounts = _amounts(sentence, language) if len(named) == 2 else ()
    if len(amounts) != 2:
        return None
    (first_at, _), (last_at, last_year) = named
    then, now = amounts
    if not _is_in_turn(sentence, amounts, named, language):
        return None
    pieces = clause_pieces(sentence, all_figures(sentence, language), own, language)
    if not _has_same_measure(sentence, pieces, then, now, language_code):
        return None
    head = sentence[: then.start]
    if first_at < then.start:
        head = f"{head[:first_at]}{last_year}{head[first_at + 4 :]}"
    head = _moved(language_code).sub(
        rf"\g<1>{vocabulary('then_and_now')[language_code]['is']} ", head
    )
    behind = sentence[then.end : then.closes] if then.per and not now.per else ""
    if now.kind != "money":
        # “There were 4,100 welders in 2013 and 5,200 in 2023”: the second counts welders as well.
        ends = (each.start for each in pieces if each.start >= then.closes and each.classes & _ENDS)
        behind = sentence[then.closes : next(ends, then.closes)].rstrip()
    is_dated = first_at < then.start or last_at >= now.start
    behind += "" if is_dated else f" ({last_year})"
    tail = f"{sentence[now.start : now.closes]}{behind}{sentence[now.closes :]}"
    return LaterHalf(head + tail, len(head), now.start - len(head))


def later_sentence(
    before: str, sentence: str, own: frozenset[str], language: str
) -> LaterHalf | None:
    """Return the statement of a sentence for a later year than the sentence before it, or None.

    “In 2013 the median was $49,860. In 2023 it was $63,940.”
    """
    earlier = before.rstrip(" .")
    if len(years(before)) != 1 or len(years(sentence)) != 1 or earlier == before:
        return None
    half = later_half(f"{earlier}; {sentence}", own, language)
    return half and replace(half, left_out=half.left_out - len(earlier) - 2)


def overtaken_year(sentence: str, figure: Figure, language: str) -> str:
    """Return the year of a figure, if the sentence goes on to an amount for a later year, or "".

    In “In 2013 they earned a median of $42,530, and in 2023 one of $48,380”, the first amount is out
    of date, whatever the words between the two.
    """
    named = years(sentence) if len(sentence) <= _LONGEST else ()
    amounts = _amounts(sentence, language) if len(named) == 2 else ()
    if len(amounts) != 2 or amounts[0].start != figure.start:
        return ""
    less, more = sorted(each.value for each in amounts)
    is_past = more < less * _MOST_TIMES and _is_in_turn(sentence, amounts, named, language)
    return sentence[named[0][0] : named[0][0] + 4] if is_past else ""


def _is_in_turn(
    sentence: str,
    amounts: Sequence[Figure],
    named: Sequence[tuple[int, int]],
    language: str,
) -> bool:
    """Return whether two amounts have a year each, the earlier one first."""
    (first_at, first_year), (last_at, last_year) = named
    then, now = amounts
    if not (first_at < now.start and last_at > then.end and first_year < last_year < AHEAD):
        return False
    before = (each for each in all_figures(sentence, language) if each.start < then.start)
    return all(may_be_year(each.value) for each in before)


def _amounts(sentence: str, language: str) -> tuple[Figure, ...]:
    """Return the amounts of money in a sentence, or its counts if it has none."""
    figures = [each for each in all_figures(sentence, language) if each.high is None]
    money = tuple(each for each in figures if each.kind == "money")
    counts = (each for each in figures if each.kind != "percent" and each.value >= FEWEST)
    return money or tuple(each for each in counts if not may_be_year(each.value))


def _has_same_measure(
    sentence: str, pieces: Sequence[ClausePiece], then: Figure, now: Figure, language: str
) -> bool:
    """Return whether the words between two amounts show that both are for the same measure."""
    before = frozenset[str]().union(*(each.classes for each in pieces if each.end <= then.opens))
    between = [each for each in pieces if then.closes <= each.start and each.end <= now.opens]
    is_of_others = any(each.classes & _OF_OTHERS for each in pieces if each.start >= then.closes)
    if is_of_others or any(each.classes & _LOOKS_AHEAD for each in pieces):
        return False
    still = frozenset(vocabulary("then_and_now")[language]["still"].split())
    known = _NEUTRAL | (before & _REPEATED)
    return all(
        each.classes & known
        or (words := sentence[each.start : each.end].casefold()) in still
        or "=rise" in kinds_around(words, language)
        for each in between
    )


@functools.cache
def _moved(language: str) -> re.Pattern[str]:
    """Return the pattern of words like “rose from” before the earlier amount."""
    words = either(vocabulary("then_and_now")[language]["moved"])
    return re.compile(rf"(^|\s){words}\s+$", re.IGNORECASE)
