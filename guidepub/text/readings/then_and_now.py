"""Sentences that tell what was paid once and what is paid now: “$49,860 in 2013; $63,940 in 2023”.

What holds is the later amount. Such a sentence is read as one that tells it alone.
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

# What the words between the two amounts may say, and that only where the words before the first do.
_SAYS_NOTHING = frozenset(
    "plain pronoun time until and apart stop anyone rise fall employed own gross change yearly country nation".split()
)
_REPEATED = frozenset("median mean pay earn trade".split())
# Where what an amount counts ends.
_ENDS = frozenset({"and", "time", "until", "figure"})
# A sentence that looks ahead tells of now and then, and what comes open is no later number of jobs.
_LOOKS_AHEAD, _OF_OTHERS = frozenset({"future"}), frozenset({"openings", "gained", "lost"})
_LANGUAGES = ("en", "es", "fr", "de", "pt")
_LONGEST = 400
# What is so many times as much is of something else: “by 2023 a house cost $300,000”.
_MOST_TIMES = 3


@dataclass(frozen=True, slots=True)
class LaterHalf:
    """What a sentence of two times says of the later one, as a sentence of its own.

    From `start` on its characters stand in the sentence `left_out` further behind, as far as the
    end of its figure.
    """

    text: str
    start: int
    left_out: int

    def place(self, at: int) -> int:
        """Return where in the whole sentence a place of the text is."""
        return at + self.left_out if at >= self.start else at


def later_half(sentence: str, own: frozenset[str], language: str) -> LaterHalf | None:
    """Return what a sentence says of the later of two years with an amount each, or None.

    `own` are the names of the occupation, as `occupations.comparable` writes them.
    """
    spoken = primary_language(language)
    named = years(sentence) if len(sentence) <= _LONGEST and spoken in _LANGUAGES else ()
    amounts = _amounts(sentence, language) if len(named) == 2 else ()
    if len(amounts) != 2:
        return None
    (first_at, _), (last_at, last_year) = named
    then, now = amounts
    if not _is_in_turn(sentence, amounts, named, language):
        return None
    pieces = clause_pieces(sentence, all_figures(sentence, language), own, language)
    if not _goes_on(sentence, pieces, then, now, spoken):
        return None
    head = sentence[: then.start]
    if first_at < then.start:
        head = f"{head[:first_at]}{last_year}{head[first_at + 4 :]}"
    head = _moved(spoken).sub(rf"\g<1>{vocabulary('then_and_now')[spoken]['is']} ", head)
    behind = sentence[then.end : then.closes] if then.per and not now.per else ""
    if now.kind != "money":
        # “There were 4,100 welders in 2013 and 5,200 in 2023”: of welders, too.
        ends = (each.start for each in pieces if each.start >= then.closes and each.classes & _ENDS)
        behind = sentence[then.closes : next(ends, then.closes)].rstrip()
    is_dated = first_at < then.start or last_at >= now.start
    behind += "" if is_dated else f" ({last_year})"
    tail = f"{sentence[now.start : now.closes]}{behind}{sentence[now.closes :]}"
    return LaterHalf(head + tail, len(head), now.start - len(head))


def later_sentence(
    before: str, sentence: str, own: frozenset[str], language: str
) -> LaterHalf | None:
    """Return what a sentence says of a later year than the one before it does, or None.

    “In 2013 the median was $49,860. In 2023 it was $63,940.”
    """
    earlier = before.rstrip(" .")
    if len(years(before)) != 1 or len(years(sentence)) != 1 or earlier == before:
        return None
    half = later_half(f"{earlier}; {sentence}", own, language)
    return half and replace(half, left_out=half.left_out - len(earlier) - 2)


def overtaken_year(sentence: str, figure: Figure, language: str) -> str:
    """Return a figure's year where a sentence goes on to an amount of a later one, or "".

    “In 2013 they earned a median of $42,530, and in 2023 one of $48,380”: whatever the words
    between the two say, the first is of a past.
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
    """Return whether two amounts stand each with a year, the earlier one first."""
    (first_at, first_year), (last_at, last_year) = named
    then, now = amounts
    if not (first_at < now.start and last_at > then.end and first_year < last_year < AHEAD):
        return False
    before = (each for each in all_figures(sentence, language) if each.start < then.start)
    return all(may_be_year(each.value) for each in before)


def _amounts(sentence: str, language: str) -> tuple[Figure, ...]:
    """Return the amounts of money of a sentence, or what it counts where it names none."""
    figures = [each for each in all_figures(sentence, language) if each.high is None]
    money = tuple(each for each in figures if each.kind == "money")
    counts = (each for each in figures if each.kind != "percent" and each.value >= FEWEST)
    return money or tuple(each for each in counts if not may_be_year(each.value))


def _goes_on(
    sentence: str, pieces: Sequence[ClausePiece], then: Figure, now: Figure, language: str
) -> bool:
    """Return whether nothing between two amounts says that the second is of something else."""
    before = frozenset[str]().union(*(each.classes for each in pieces if each.end <= then.opens))
    between = [each for each in pieces if then.closes <= each.start and each.end <= now.opens]
    is_of_others = any(each.classes & _OF_OTHERS for each in pieces if each.start >= then.closes)
    if is_of_others or any(each.classes & _LOOKS_AHEAD for each in pieces):
        return False
    still = frozenset(vocabulary("then_and_now")[language]["still"].split())
    known = _SAYS_NOTHING | (before & _REPEATED)
    return all(
        each.classes & known
        or (words := sentence[each.start : each.end].casefold()) in still
        or "=rise" in kinds_around(words, language)
        for each in between
    )


@functools.cache
def _moved(language: str) -> re.Pattern[str]:
    """Return the pattern of how a sentence goes from the earlier amount to the later one."""
    words = either(vocabulary("then_and_now")[language]["moved"])
    return re.compile(rf"(^|\s){words}\s+$", re.IGNORECASE)
