"""Recognises openings of sentences that confine their figures to a part of an occupation.

“At shipyards, …”, “Aux chantiers navals, …” and “An den Werften …” say where. Phrases of time, of
statistics or of a whole country confine nothing.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from guidepub.importing.knowledge import knowledge
from guidepub.text.readings.figure_clues import kinds_around
from guidepub.text.vocabulary import either
from guidepub.words.languages import primary_language

# Kinds of words in phrases about a time, an amount, a statistics office, or everybody.
_OF_ALL = frozenset("whole now ahead past middle mean low high pay office quantity rise fall".split())  # fmt: skip
_STEM = 4


@dataclass(frozen=True, slots=True)
class _OpeningForms:
    """Patterns of a language: places and what is none, conditions and what is none, some, answers."""

    place: re.Pattern[str]
    plain: re.Pattern[str]
    supposed: re.Pattern[str]
    concedes: re.Pattern[str]
    some: re.Pattern[str]
    answers: re.Pattern[str]


def opening_place(sentence: str, own: frozenset[str], language: str) -> str:
    """Return the phrase that says where, or on which condition, a sentence is true, or "".

    `own` are the comparable names of the guide's occupation.
    """
    spoken = primary_language(language)
    forms = _forms(spoken)
    condition = forms.supposed.match(sentence)
    if condition and not forms.concedes.match(sentence):
        return condition[0]
    stems = {word[:_STEM] for name in own for word in re.findall(r"\w{4,}", name)}
    some = forms.some.match(sentence)
    if some and not any(w[:_STEM] in stems for w in re.findall(r"\w{4,}", some[0].casefold())):
        return some[0]
    found = forms.place.match(sentence)
    if found is None or forms.plain.search(found["words"]):
        return ""
    words = re.findall(r"[^\W\d_]{3,}", found["words"].casefold())
    kinds = {kind[1:] for word in words for kind in kinds_around(word, spoken)}
    is_of_own = any(word[:_STEM] in stems for word in words)
    return "" if not words or is_of_own or kinds & _OF_ALL else found[0]


def answers_heading(words: str, language: str) -> bool:
    """Return whether words answer a heading and do not name a trade: “Fewer”, “Excellent”."""
    forms = _forms(primary_language(language))
    return any(forms.answers.fullmatch(word) for word in words.split())


@functools.cache
def _forms(spoken: str) -> _OpeningForms:
    """Return the patterns of openings in a language; they match nothing if there is no table."""
    table = knowledge("openings").get(spoken)
    if table is None:
        nothing = re.compile("(?!)")
        return _OpeningForms(nothing, nothing, nothing, nothing, nothing, nothing)
    phrase = rf"\W{{0,3}}{either(table['before'])}(?:(?<=[’'])|\s)\s?"
    supposed = rf"{either(table['supposed'])}\b[^.;:?!\d]{{3,120}},"
    return _OpeningForms(
        place=re.compile(rf"{phrase}(?P<words>{table['words']})", re.IGNORECASE),
        plain=re.compile(rf"(?<!\w){either(table['plain'])}(?!\w)", re.IGNORECASE),
        supposed=re.compile(rf"\W{{0,3}}{supposed}", re.IGNORECASE),
        concedes=re.compile(rf"\W{{0,3}}{either(table['concedes'])}", re.IGNORECASE),
        some=re.compile(rf"\W{{0,3}}{either(table['some'])}\s[^.;:,?!\d]{{3,60}}", re.IGNORECASE),
        answers=re.compile(either(table["answers"]), re.IGNORECASE),
    )
