"""Recognises figures of only the women in an occupation: “Las panaderas ganan …”."""

from __future__ import annotations

import re

from guidepub.text.figures.quantities import all_figures
from guidepub.text.measured.clauses import clause_pieces
from guidepub.text.naming.occupations import comparable
from guidepub.text.naming.own_names import may_have_name
from guidepub.text.vocabulary import vocabulary
from guidepub.words.languages import primary_language

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 400


def names_only_women(text: str, title: str, own: frozenset[str], language: str) -> bool:
    """Return whether a text states pay or numbers of the occupation's women without naming its men.

    If the title has no form for men, as in “Hebamme”, the form for women means everybody. It also
    does if the text has only a percentage. `own` are the comparable names of the occupation.
    """
    pairs = vocabulary("names", primary_language(language)).get("counterparts", ())
    text = text[:_LONGEST]
    if not pairs or not may_have_name(text, own):
        return False
    figures = all_figures(text, language)
    if not any(figure.kind in ("money", "count") for figure in figures):
        return False
    titled = frozenset(_WORD.findall(comparable(title)))
    pieces = clause_pieces(text, figures, own, language)
    names = [text[piece.start : piece.end] for piece in pieces if "own" in piece.classes]
    return bool(names) and all(_is_for_women(name, titled, pairs) for name in names)


def _is_for_women(name: str, titled: frozenset[str], pairs: list[list[str]]) -> bool:
    """Return whether a name is the form for women of a word that the title has in the form for men."""
    words = _WORD.findall(comparable(name))
    return any(
        word not in titled and word.endswith(women) and word.removesuffix(women) + men in titled
        for word in words
        for men, women in pairs
    )
