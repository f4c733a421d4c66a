"""Which indefinite article an English noun phrase takes: “an accountant”, “a union”, “an MRI”.

The sound decides, not the letter: whether a text begins with one depends on how its first word is
written, and where that misleads, by a table.
"""

from __future__ import annotations

import re

# Words of which the h is not heard; with them what is made of them (honest, honesty).
_MUTE = re.compile(r"(?:heir|hono[u]?r|honest|hour)", re.I)
# Vowels that begin with the sound of “you” or of “one”: union, user, Europe, ewe, one-time.
_CONSONANTAL = re.compile(
    r"(?:uni(?!n|m|d)|unidirectional|us(?:a|e|i|u)|ut(?:e|i|o)|eu|ewe|ewer|ubi|ufo|ug(?:an|al)"
    r"|uk(?:e|u|r)|ul(?:ul|na)|ur(?:an|ea|e[tm]|i|o)|uv|one(?![a-z])|once|oui)",
    re.I,
)
# Initials that are spoken as a word, so that their letters do not count.
_SPOKEN = frozenset(
    "FEMA HIPAA HUD LAN LASIK LEED LIDAR LIFO MIDI MIG NAFTA NASA NASCAR NASDAQ NATO NICU NIOSH RAM "
    "REIT ROM SCADA SCUBA SIM SONAR STEM SWAT FIFO FICA FOREX RADAR MASH MOOC".split()
)
# Letters whose names begin with a vowel: an F, an MRI, an X-ray.
_VOWEL_NAMES = frozenset("AEFHILMNORSX")
_INITIALS = re.compile(r"(?:[A-Z](?:\.[A-Z])+\.?|[A-Z]{1,6}(?=s?(?![A-Za-z])))")
_FIRST = re.compile(r"[\W_]*([^\W_](?:[\w.’'&]*\w)?)")
_EIGHTS = re.compile(r"8|1[18](?![0-9])|1[18](?=(?:[0-9]{3})+(?![0-9]))")


def article(phrase: str) -> str:
    """Return “a” or “an”, whichever an English phrase takes; “a” where it has no word."""
    found = _FIRST.match(phrase)
    return "an" if found and _begins_with_vowel(found[1]) else "a"


def _begins_with_vowel(word: str) -> bool:
    if word[0].isdigit():
        return bool(_EIGHTS.match(word.replace(",", "")))
    initials = _INITIALS.match(word)
    # “A” and “I” alone may be words, and begin with a vowel as such, too.
    if initials and word.rstrip("s") not in _SPOKEN:
        return initials[0][0] in _VOWEL_NAMES
    if _MUTE.match(word):
        return True
    return word[0].lower() in "aeiouàáâäåæèéêëìíîïòóôöøùúûü" and not _CONSONANTAL.match(word)
