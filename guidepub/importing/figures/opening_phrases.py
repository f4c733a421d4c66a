"""What a sentence begins with, where that makes its figures those of a part of an occupation.

“At shipyards, …”, “Aux chantiers navals, …” and “An den Werften …” say where; phrases of time, of
statistics and of a whole country say nothing of the kind.
"""

from __future__ import annotations

import functools
import re

from guidepub.importing.knowledge import knowledge
from guidepub.text.readings.figure_clues import kinds_around
from guidepub.text.vocabulary import either
from guidepub.words.languages import primary_language

# Kinds of words by which a phrase is about a time, an amount, an office or all of them.
_OF_ALL = frozenset("whole now ahead past middle mean low high pay office quantity rise fall".split())  # fmt: skip
_STEM = 4


def opening_place(sentence: str, own: frozenset[str], language: str) -> str:
    """Return the phrase that says where, or if what, a statement of a sentence is so, or "".

    `own` are the comparable names of the occupation at hand.
    """
    spoken = primary_language(language)
    pattern, plain, supposed = _forms(spoken)
    if condition := supposed.match(sentence):
        return condition[0]
    found = pattern.match(sentence)
    if found is None or plain.search(found["words"]):
        return ""
    stems = {word[:_STEM] for name in own for word in re.findall(r"\w{4,}", name)}
    words = re.findall(r"[^\W\d_]{3,}", found["words"].casefold())
    kinds = {kind[1:] for word in words for kind in kinds_around(word, spoken)}
    is_of_own = any(word[:_STEM] in stems for word in words)
    return "" if not words or is_of_own or kinds & _OF_ALL else found[0]


@functools.cache
def _forms(spoken: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of such a phrase, of words in it that say nothing of a place, and of a condition."""
    table = knowledge("openings").get(spoken)
    if table is None:
        return (re.compile("(?!)"),) * 3
    phrase = rf"\W{{0,3}}{either(table['before'])}(?:(?<=[’'])|\s)\s?"
    return (
        re.compile(rf"{phrase}(?P<words>{table['words']})", re.IGNORECASE),
        re.compile(rf"(?<!\w){either(table['plain'])}(?!\w)", re.IGNORECASE),
        re.compile(rf"\W{{0,3}}{either(table['supposed'])}\b[^.;:?!\d]{{3,120}},", re.IGNORECASE),
    )
