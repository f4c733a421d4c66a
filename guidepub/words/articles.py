"""The indefinite article of an English noun phrase: “an accountant”, “a union”, “an MRI”.

It depends on the sound of the first word, which follows from its spelling, or from a table where
the spelling misleads.
"""

from __future__ import annotations

import re

# Words with a silent h, and words derived from them (honest, honesty).
_MUTE = re.compile(r"(?:heir|hono[u]?r|honest|hour)", re.I)
# Words that begin with a vowel and with the sound of “you” or “one”: union, user, Europe, one-time.
_CONSONANTAL = re.compile(
    r"(?:uni(?!n|m|d)|unidirectional|us(?:a|e|i|u)|ut(?:e|i|o)|eu|ewe|ewer|ubi|ufo|ug(?:an|al)"
    r"|uk(?:e|u|r)|ul(?:ul|na)|ur(?:an|ea|e[tm]|i|o)|uv|one(?![a-z])|once|oui)",
    re.I,
)
# Acronyms that are pronounced as a word, not letter by letter.
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
    """Return “a” or “an” for an English phrase; “a” if it has no word."""
    found = _FIRST.match(phrase)
    return "an" if found and _begins_with_vowel(found[1]) else "a"


def _begins_with_vowel(word: str) -> bool:
    if word[0].isdigit():
        return bool(_EIGHTS.match(word.replace(",", "")))
    initials = _INITIALS.match(word)
    # “A” and “I” may be words or letters, and begin with a vowel sound either way.
    if initials and word.rstrip("s") not in _SPOKEN:
        return initials[0][0] in _VOWEL_NAMES
    if _MUTE.match(word):
        return True
    return word[0].lower() in "aeiouàáâäåæèéêëìíîïòóôöøùúûü" and not _CONSONANTAL.match(word)
