"""G: spelling, by the frequency list of pyspellchecker and a list of occupations' own words.

An unknown word is no fault: trades are full of them. One is told only where a common word
is one slip of the keyboard away, so that an editor sees slips and not a vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from guidepub.linting import data
from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import PROSE
from guidepub.linting.rules import Rule
from guidepub.linting.subjects import Subject
from guidepub.words.languages import primary_language

if TYPE_CHECKING:
    from spellchecker import SpellChecker

# Names bear capitals; what touches a digit, a slash or a hyphen is a code or a part of a word.
_WORD = re.compile(
    r"(?<![\w@/.’'\"“‘«#&-])(?<!\w- )[a-z]{4,30}(?:['’](?:s|t|re|ve|ll|d))?(?![\w@/&-]|\.\w|['’]\w)"
)
# “Couldn’t” is “could”; “can’t” and “won’t” keep no word by themselves.
_SUFFIX = re.compile(r"n['’]t$|['’]\w+$")
_CONTRACTED = frozenset({"ca", "wo", "sha", "ai"})
_PLAIN_WORD = re.compile(r"(?<![\w@/.’'#&-])[a-z]{4,30}(?![\w@/&-]|\.\w|['’]\w)")
_ACCENTED = MappingProxyType(dict(zip("aeioun", "áéíóúñ", strict=True)))
# How common the word that was meant must be; a short word has many neighbours.
_COMMON = 200
_COMMON_SHORT = 20_000
_SHORT = 5
# Words that no compound begins or ends with, and how common a word beside one must be.
_SMALL = frozenset(
    "the their and with from this that these those two three four five your our its into have has"
    " were than then they which".split()
)
_COMMON_BESIDE = 2_000
# The spellings of British English, and American ones for them.
_BRITISH = (
    ("our", "or"), ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"),
    ("yse", "yze"), ("ysing", "yzing"), ("tre", "ter"), ("ogue", "og"), ("mme", "m"),
    ("lled", "led"), ("lling", "ling"), ("llor", "lor"), ("aed", "ed"), ("oed", "ed"), ("aes", "es"),
    ("ence", "ense"), ("ll", "l"), ("ae", "e"), ("oe", "e"),
)  # fmt: skip

# Verbs that differ from a common adjective by its accent alone.
_VERBS = frozenset(
    "publica publico practica practico fabrica fabrico critica critico medica indico explico diagnostica autentica".split()
)

# The languages that pyspellchecker has a frequency list for, of those that guides have.
_LISTED = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})


@cache
def _dictionary(language: str = "en") -> SpellChecker:
    from spellchecker import SpellChecker

    return SpellChecker(language=language, distance=1)


@cache
def _trade_words() -> frozenset[str]:
    lines = data.text("words.en.txt").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _spelling(subject: Subject) -> Iterator[Alarm]:
    own = frozenset(word.casefold() for word in subject.settings.words)
    british = subject.guide.language.partition("-")[2].upper() != "US"
    told: set[str] = set()
    for block, match in subject.matches(_WORD, PROSE | {"heading", "cell", "caption"}):
        word = _SUFFIX.sub("", match[0])
        if word in told or word in own or word in _CONTRACTED or word.removesuffix("s") in own:
            continue
        meant = meant_by(word, british)
        if meant is not None:
            told.add(word)
            message = f"“{word}” is in no dictionary here."
            remedy = f"Did you mean “{meant}”? If not, add it to words under [lint]."
            yield subject.alarm("G004", block, match.span(), message, remedy)


def _accents(subject: Subject) -> Iterator[Alarm]:
    """Tell Spanish words that lack an accent, or the tilde of an ñ."""
    own = frozenset(word.casefold() for word in subject.settings.words)
    told: set[str] = set()
    for block, match in subject.matches(_PLAIN_WORD, PROSE | {"heading", "cell", "caption"}):
        word = match[0]
        if word in told or word in own:
            continue
        if meant := accented(word):
            told.add(word)
            message = f"“{word}” is in no dictionary here."
            remedy = f"Did you mean “{meant}”? If not, add it to words under [lint]."
            yield subject.alarm("G004", block, match.span(), message, remedy)


@cache
def accented(word: str) -> str | None:
    """Return the common Spanish word that a word without accents stands for, or None."""
    known = _dictionary("es")
    if word in known or word in _VERBS:
        return None
    variants = (
        word[:at] + _ACCENTED[letter] + word[at + 1 :]
        for at, letter in enumerate(word)
        if letter in _ACCENTED
    )
    near = {each: known[each] for each in variants if each in known and known[each] >= _COMMON}
    return min(near, key=lambda other: (-near[other], other)) if near else None


def is_word(word: str, language: str) -> bool | None:
    """Tell whether a word is in the list of a language; None where there is no list of it."""
    spoken = primary_language(language)
    if spoken not in _LISTED:
        return None
    plain = word.lower()
    return plain in _dictionary(spoken) or (spoken == "en" and plain in _trade_words())


@cache
def meant_by(word: str, british: bool) -> str | None:
    """Return the common word that a word in small letters is a slip of, or None."""
    known = _dictionary()
    trade = _trade_words()
    if word in known or word in trade:
        return None
    if len(word) > _SHORT and word.endswith("s") and (word[:-1] in known or word[:-1] in trade):
        return None
    if british and any(uk in word and word.replace(uk, us) in known for uk, us in _BRITISH):
        return None
    if parted := _parted(word):
        return parted
    least = _COMMON if len(word) >= _SHORT else _COMMON_SHORT
    near = {
        other: known[other]
        for other in known.edit_distance_1(word)
        if other in known
        and known[other] >= least
        and other[:1] == word[:1]
        # A plural that the list lacks is no slip.
        and other not in (word + "s", word.removesuffix("s"), word + "d")
        and "'" not in other
    }
    return min(near, key=lambda other: (-near[other], other)) if near else None


def _parted(word: str) -> str | None:
    """Return the two words that a word is without the space between them, or None."""
    known = _dictionary()
    for at in range(3, len(word) - 2):
        first, last = word[:at], word[at:]
        other = last if first in _SMALL else first if last in _SMALL else None
        if other and other in known and known[other] >= _COMMON_BESIDE:
            return f"{first} {last}"
    return None


RULES = (Rule(("G004",), _spelling, "en"), Rule(("G004",), _accents, "es"))
