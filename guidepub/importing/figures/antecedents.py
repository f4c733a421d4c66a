"""Finds whom a sentence is about if it does not name them: “Divers fare better: their jobs …”."""

from __future__ import annotations

import functools
import re

from guidepub.importing.figures.compound_names import is_like, is_worker
from guidepub.importing.knowledge import knowledge
from guidepub.text.figures.quantities import all_figures
from guidepub.text.measured.clauses import WHOLE, clause_pieces
from guidepub.text.vocabulary import either
from guidepub.words.languages import primary_language

_LONGEST = 400
# The names that a clause begins with, in words; no others are mentioned before them.
_BEGINNING = 4
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# A clause that names others before a colon is short, and has no figure itself.
_MOST_BEFORE_COLON, _DIGIT = 9, re.compile(r"\d")
_COLON = re.compile(r"\s?:\s")


def others_meant(sentence: str, before: str, own: frozenset[str], language: str) -> str:
    """Return the name of other workers that a sentence is about without naming anyone itself, or "".

    They are named before its colon, or in the sentence `before` if this one has a pronoun. `own`
    are the comparable names of the guide's occupation; where one of them appears, the words are
    about it.
    """
    sentence = sentence[:_LONGEST]
    colon = _COLON.search(sentence)
    earlier, clause = (
        (sentence[: colon.start()], sentence[colon.end() :]) if colon else (before, sentence)
    )
    spoken = primary_language(language)
    back, compares, unlike = _forms(spoken)
    goes_back = back.search(clause) is not None
    if not earlier or not (goes_back or colon) or back.match(earlier):
        return ""
    if colon and (_DIGIT.search(earlier) or len(earlier.split()) > _MOST_BEFORE_COLON):
        return ""
    if _names_whole(clause, own, language) or _names_whole(earlier, own, language):
        return ""
    words = list(_WORD.finditer(earlier[:_LONGEST]))
    for at, word in enumerate(words):
        if not is_worker(word[0].casefold(), spoken) or is_like(word[0], own):
            continue
        is_last = colon is not None and word is words[-1]
        is_compared = any(compares.fullmatch(each[0]) for each in words[max(at - 2, 0) : at])
        if (goes_back and (at < _BEGINNING or is_last)) or (colon and is_compared):
            return word[0]
    is_contrast = bool(colon and goes_back and unlike.search(earlier))
    return _first_strange(earlier, own, language) if is_contrast else ""


def _first_strange(words: str, own: frozenset[str], language: str) -> str:
    """Return the first word if it may name other workers, or "".

    “A los buzos” and “divers” do; “prospects” does not.
    """
    pieces = clause_pieces(words, all_figures(words, language), own, language)
    first = next((piece for piece in pieces if piece.classes != {"plain"}), None)
    is_strange = first is not None and "strange" in first.classes
    return words[first.start : first.end] if first and is_strange else ""


def _names_whole(words: str, own: frozenset[str], language: str) -> bool:
    """Return whether some words name the occupation or the country."""
    pieces = clause_pieces(words, all_figures(words, language), own, language)
    return any(piece.classes & WHOLE for piece in pieces)


@functools.cache
def _forms(spoken: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of pronouns, of words before names, and of contrasts."""
    table = knowledge("antecedents").get(spoken)
    if table is None:
        return (re.compile("(?!)"),) * 3
    back, compares = either(table["back"]), either(table["compares"])
    return (
        re.compile(rf"(?<![\w’'-]){back}(?![\w’'-])", re.IGNORECASE),
        re.compile(compares, re.IGNORECASE),
        re.compile(rf"(?<!\w){either(table['unlike'])}(?!\w)", re.IGNORECASE),
    )
