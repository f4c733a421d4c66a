"""Recognises headings about the occupation’s figures: “Where it’s headed”, “The numbers”."""

from __future__ import annotations

import functools
import re

from guidepub.importing.knowledge import knowledge
from guidepub.text.naming.occupations import looks_like_one
from guidepub.text.naming.places import place_named
from guidepub.text.readings.figure_clues import kinds_around
from guidepub.text.vocabulary import either
from guidepub.words.languages import primary_language

_MOST_WORDS = 8
# “Zahlen (`data/optik.yml`)”.
_FILE = re.compile(r"\s*\([\w./-]+\)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# “How much in a union shop?”, “Jobs at the mill”, “Paies à Lyon”.
_WITHIN = re.compile(
    r"\b(?:in|at|for|with|among|within|by|en|con|para|por|entre|dans|chez|pour|par|à|au|aux|bei|für|beim|im|em|na|no|nas|nos)\s+(?!n[úu]mero|chiffre|figure|number|short|brief|general|hausse|baisse|recul|alza|baja|alta|queda|quand|bolso)[^\W\d]",
    re.IGNORECASE,
)
# What one person earns is not what the occupation pays.
_OWN = frozenset("i my me we our us yo mi mí je mon ma ich mein meine eu meu minha".split())
_COUNTS = frozenset({"many", "much"})
# The kinds of words in headings that confine the figures below: “Apprentices”.
_PARTS = frozenset({"=part", "=place", "=employer", "=rank", "=capital"})


@functools.lru_cache(maxsize=128)
def is_about_figures(heading: str, language: str) -> bool:
    """Return whether a heading asks about the occupation or names its figures.

    A heading that names a place, an employer, a rank or people does not: the figures below may be
    theirs.
    """
    words = _WORD.findall(heading)
    spoken = primary_language(language)
    if not words or len(words) > _MOST_WORDS or _WITHIN.search(heading) or place_named(heading):
        return False
    asking, telling = _forms(spoken)
    plain = heading.strip(" ¿?¡!.:…").casefold()
    if not (asking.match(plain) or telling.fullmatch(_FILE.sub("", plain))):
        return False
    return not any(_may_narrow(word, spoken) for word in words)


def may_be_name(heading: str, language: str) -> bool:
    """Return whether a heading may be a name with only unknown words: “Ferguson Shipyard”."""
    words, spoken = _WORD.findall(heading), primary_language(language)
    is_of_kinds = any(kinds_around(word.casefold(), spoken) for word in words)
    return len(words) > 1 and all(map(str.istitle, words)) and not is_of_kinds


def _may_narrow(word: str, spoken: str) -> bool:
    if word.casefold() in _OWN:
        return True
    kinds = {*kinds_around(word.casefold(), spoken)}
    return word.casefold() not in _COUNTS and bool(kinds & _PARTS or looks_like_one(word))


@functools.cache
def _forms(spoken: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = knowledge("notes").get(spoken, {})
    asking, telling, beside = (either(table.get(k, ())) for k in ("asking", "telling", "between"))
    return (
        re.compile(rf"{asking}(?![\w-])", re.IGNORECASE),
        re.compile(rf"(?:{beside}\s+)*{telling}(?:[\s,]+(?:{telling}|{beside}))*", re.IGNORECASE),
    )
