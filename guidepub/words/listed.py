"""Lists of words: those of languages, with their frequencies, and those of occupations."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from guidepub.words.languages import primary_language

if TYPE_CHECKING:
    from spellchecker import SpellChecker

# The languages of guides for which pyspellchecker has a frequency list.
_LISTED = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})


@cache
def dictionary(language: str = "en") -> SpellChecker:
    """Return the spell checker of a language, with its words and their frequencies."""
    # Imported only when it is needed, since it reads whole lists.
    from spellchecker import SpellChecker

    return SpellChecker(language=language, distance=1)


@cache
def trade_words() -> frozenset[str]:
    """Return the English words of occupations that are not in the dictionary."""
    text = (resources.files("guidepub.words") / "listed.en.txt").read_text("utf-8")
    lines = text.split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_word(word: str, language: str) -> bool | None:
    """Return whether a word is in the list of a language, or None if there is no list."""
    spoken = primary_language(language)
    if spoken not in _LISTED:
        return None
    plain = word.lower()
    return plain in dictionary(spoken) or (spoken == "en" and plain in trade_words())
