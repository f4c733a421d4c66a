"""Names of states, regions and cities in a text."""

from __future__ import annotations

import functools
import re

from guidepub.text.vocabulary import either, vocabulary
from guidepub.words.states import STATES

_WORD = re.compile(r"[^\W\d_]\w*")
_CAPITALS = re.compile(r"\b[^\W\d_a-z]{4,}\b")


@functools.lru_cache(maxsize=1024)
def place_named(text: str) -> str:
    """Return the first name of a state, a region or a city in a text, or an empty string.

    Names must be capitalized, or all in capitals: “TEXAS 2024”.
    """
    names, firsts = _places()
    text = _CAPITALS.sub(lambda word: word[0].title(), text)
    for word in _WORD.finditer(text):
        # A quick test, since most words do not begin a name.
        if word[0] in firsts and (found := names.match(text, word.start())):
            return found[0]
    return ""


def are_of_two_places(text: str, other: str) -> bool:
    """Return whether two texts name different places, in which different rules may apply."""
    places = place_named(text), place_named(other)
    return all(places) and places[0] != places[1]


def without_seats(text: str) -> str:
    """Return a text with the seats of statistical offices blanked out: “the INE en Madrid”."""
    return _seats().sub(lambda seat: seat["office"].ljust(len(seat[0])), text)


@functools.cache
def _seats() -> re.Pattern[str]:
    offices = either(vocabulary("places")["offices"])
    place = r"[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*)?(?:,\s[A-Z]\.?[A-Z]\.?)?"
    return re.compile(rf"(?P<office>(?<!\w){offices})\s(?:in|en|à|em|de)\s(?:{place})(?=[,)\s])")


@functools.cache
def _places() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of all names, and the set of their first words."""
    names = sorted((*STATES, *vocabulary("places")["names"]), key=len, reverse=True)
    firsts = (_WORD.match(name) for name in names)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    return pattern, frozenset(first[0] for first in firsts if first)
