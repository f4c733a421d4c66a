"""What a number counts: “the number of patients will grow” is not about the occupation."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.measured.clauses import clause_pieces
from guidepub.text.naming.occupations import is_person, looks_like_one
from guidepub.text.readings.figure_clues import kinds_around
from guidepub.words.languages import primary_language

# Classes of words that mean the occupation's people or jobs.
_OF_OCCUPATION = frozenset({"own", "anyone", "trade", "jobs", "headcount", "openings"})
# “1,200 welder posts” are jobs.
_THINGS = re.compile(r"(?!(?:posts|roles|slots|spots|seats|billets)$)[a-z]{3,}s")
# Forms of a noun share this many letters: “maestro”, “maestras”.
_STEM = 5


def counted_others(sentence: str, figure: Figure, own: frozenset[str], language: str) -> str:
    """Return the noun that a figure's clause counts, if it is not about the occupation, or ""."""
    pieces = clause_pieces(sentence, all_figures(sentence, language), own, language)
    before = [piece for piece in pieces if piece.end <= figure.start]
    at = max((n for n, piece in enumerate(before) if "count" in piece.classes), default=None)
    if at is None or any("apart" in piece.classes for piece in before[at:]):
        return ""
    behind = [piece for piece in before[at + 1 :] if piece.classes != {"plain"}]
    counted = list(takewhile(lambda piece: piece.classes & {"strange", *_OF_OCCUPATION}, behind))
    classes = frozenset[str]().union(*(piece.classes for piece in counted))
    if not counted or classes & _OF_OCCUPATION:
        return ""
    words = sentence[counted[0].start : counted[0].end].casefold()
    return "" if _are_workers(words, own, language) else words


def counted_things(sentence: str, figure: Figure, own: frozenset[str], language: str) -> str:
    """Return the noun for a thing after a figure and the occupation's name, or "".

    “140 barber schools” counts schools. Only English forms names of things like this; nouns for jobs
    and people do not count.
    """
    if primary_language(language) != "en":
        return ""
    pieces = [
        piece
        for piece in clause_pieces(sentence, all_figures(sentence, language), own, language)
        if piece.start >= figure.end
    ]
    for name, thing in pairwise(pieces[:2]):
        word = sentence[thing.start : thing.end]
        is_singular = sentence[name.start : name.end].casefold() in own
        are_things = _THINGS.fullmatch(word) and not (is_person(word) or looks_like_one(word))
        if "own" in name.classes and is_singular and "strange" in thing.classes and are_things:
            return word
    return ""


def _are_workers(noun: str, own: frozenset[str], language: str) -> bool:
    """Return whether a noun is a form of the occupation's name, or means workers in general."""
    language_code = primary_language(language)
    stems = {word[:_STEM] for name in own for word in name.split() if len(word) >= _STEM}
    return noun[:_STEM] in stems or "=people" in kinds_around(noun, language_code)
