"""Rewrites headings that are all in capitals in the usual case of titles.

The case of a word within the text's own sentences decides first, then the rules of the language.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.escaping import escaped
from guidepub.importing.originals.original import OriginalBlock
from guidepub.words.languages import primary_language

# A word with its contraction, “what’s”; the letters of “U.S.” are separate matches.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{1,2}\b)?")
# A word within a sentence: after another word, with or without a comma.
_INSIDE = re.compile(r"(?<=[^\W\d_],[ ])[^\W\d_]+|(?<=[^\W_][ ])[^\W\d_]+")
# An abbreviation at the beginning of a sentence: “HVAC technicians install …”.
_ABBREVIATION = re.compile(r"(?<![^\W_][ ])\b[A-ZÀ-Þ]{2,5}(?= [a-zß-ÿ]{2})")
_SHORTEST, _LONGEST = 5, 300
_MOST_TEXT = 60_000
# What precedes the first word of a heading or of a sentence in it; “U.S. ” does not end a sentence.
_BEGINS = re.compile(r"(?:^|(?<!\b[^\W\d_])[.?!:]\s+)\W*$")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{1,3}|V)|X{2,3}")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-ÝŒĄĘ]")
# In these languages a word without vowels is an abbreviation, “CNC”; not in Czech, “trh”.
_WITH_VOWELS = frozenset({"en", "de", "fr", "es", "pt", "it", "nl", "pl"})
_DOTTED_I = frozenset({"tr", "az"})
_DOTTED, _CAPITAL_I = str.maketrans("Iİ", "ıi"), str.maketrans("ıi", "Iİ")

Spelling = Mapping[str, str]
"""How a text writes words within its sentences, by their lower-case forms."""


def spelling(texts: Iterable[str]) -> Spelling:
    """Return the spelling of words within sentences; texts all in capitals do not count."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    left = _MOST_TEXT
    for text in texts:
        if left > 0 and not text.isupper():
            for word in (*_INSIDE.findall(text[:left]), *_ABBREVIATION.findall(text[:left])):
                forms[word.lower()][word] += 1
            left -= len(text)
    return {
        low: max(found.items(), key=lambda each: (each[1], each[0]))[0]
        for low, found in forms.items()
    }


def with_recased_headings(blocks: Sequence[OriginalBlock], language: str) -> list[OriginalBlock]:
    """Return blocks without headings in capitals; their `text` stays as in the original.

    `language` is the text's.
    """
    if not any(_is_in_capitals(block) for block in blocks):
        return list(blocks)
    seen = spelling(block.text for block in blocks if block.kind in ("paragraph", "list", "quote"))
    return [
        replace(block, markdown=escaped(recased))
        if _is_in_capitals(block)
        and (recased := recased_heading(block.text, language, seen)) != block.text
        else block
        for block in blocks
    ]


def _is_in_capitals(block: OriginalBlock) -> bool:
    return block.kind == "heading" and block.text.isupper()


def recased_heading(text: str, language: str = "en", seen: Spelling | None = None) -> str:
    """Return a heading, in the usual case of titles if it is all in capitals.

    `seen` is the spelling of words in its text.
    """
    if not (text.isupper() and _SHORTEST <= len(text) <= _LONGEST):
        return text
    spoken = primary_language(language)

    def written(found: re.Match[str]) -> str:
        word, is_first = found[0], _BEGINS.search(text[: found.start()]) is not None
        after = text[found.end() : found.end() + 2]
        # “U.S.” and “PH.D.” keep their capitals; the period of “WHAT WE DO.” ends a sentence.
        is_dotted = after[:1] == "." and len(word) < 2 + after[1:].isalpha()
        if is_dotted or text[: found.start()].endswith(";"):  # “TL;DR”
            return word
        usual = _as_written(word, spoken, seen or {})
        if not is_first:
            return usual
        first = usual[:1].translate(_CAPITAL_I) if spoken in _DOTTED_I else usual[:1]
        return f"{first.upper()}{usual[1:]}"

    return _WORD.sub(written, text)


def _as_written(word: str, language: str, seen: Spelling) -> str:
    """Return a word in capitals in the case that it has within a title."""
    low = (word.translate(_DOTTED) if language in _DOTTED_I else word).lower()
    usual = seen.get(low, "")
    if (usual.isupper() and len(usual) > 1) or (not usual and _is_acronym(word, language)):
        return word
    if language == "de":
        return usual or (low if low in _words("small_in_german") else low.capitalize())
    if language == "en":
        return low if low in _words("small_in_english") else low.capitalize()
    return usual or low


def _is_acronym(word: str, language: str) -> bool:
    """Return whether a word is an abbreviation, “RN”, “CNC”, or a Roman number, “III”."""
    low = word.lower()
    is_number = len(word) > 1 and _ROMAN.fullmatch(word) is not None
    if low in _words("acronyms") or (
        is_number and (word != "VI" or language in ("en", "de", "fr"))
    ):
        # “Vi” is a word in Spanish, Italian and Swedish.
        return True
    is_bare = language in _WITH_VOWELS and not _VOWEL.search(word)
    return is_bare and len(word) > 1 and low not in _words("short_words")


def capitalises(language: str) -> bool:
    """Return whether each word of a rewritten heading begins with a capital.

    German words do, since nouns would lose their capitals otherwise.
    """
    return primary_language(language) in ("en", "de")


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(knowledge("capitals")[name].split())
