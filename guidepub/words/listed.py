"""The words that lists have: those of languages, by how common they are, and of occupations."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from guidepub.words.languages import primary_language

if TYPE_CHECKING:
    from spellchecker import SpellChecker

# The languages that pyspellchecker has a frequency list for, of those that guides have.
_LISTED = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})


@cache
def dictionary(language: str = "en") -> SpellChecker:
    """Return the words of a language with their frequencies, and what is one slip away from a word."""
    # Whole lists are read, for which only what looks words up waits.
    from spellchecker import SpellChecker

    return SpellChecker(language=language, distance=1)


@cache
def trade_words() -> frozenset[str]:
    """Return the English words of occupations that the dictionary lacks."""
    text = (resources.files("guidepub.words") / "listed.en.txt").read_text("utf-8")
    lines = text.split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_word(word: str, language: str) -> bool | None:
    """Return whether a word is in the list of a language; None where there is no list of it."""
    spoken = primary_language(language)
    if spoken not in _LISTED:
        return None
    plain = word.lower()
    return plain in dictionary(spoken) or (spoken == "en" and plain in trade_words())
