"""Headings that are all in capitals, as titles of a language are written.

How a word is written within the text's own sentences decides; then the language does.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from guidepub.importing.escaping import escaped
from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals import OriginalBlock
from guidepub.words.languages import primary_language

# A word with what hangs on it, “what’s”; a letter or two before a stop, “U.S.”, are one by one.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{1,2}\b)?")
# Within a sentence: behind a word, or a comma behind one.
_INSIDE = re.compile(r"(?<=[^\W\d_],[ ])[^\W\d_]+|(?<=[^\W_][ ])[^\W\d_]+")
_SHORTEST = 5
_MOST_TEXT = 60_000
_BEGINS = re.compile(r"(?:^|[.?!:]\s+)\W*$")

Spelling = Mapping[str, str]
"""How a text writes its words within sentences, by the words in small letters."""


def spelling(texts: Iterable[str]) -> Spelling:
    """Return how texts write their words within sentences; those all in capitals tell nothing."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    left = _MOST_TEXT
    for text in texts:
        if left > 0 and not text.isupper():
            for word in _INSIDE.findall(text[:left]):
                forms[word.lower()][word] += 1
            left -= len(text)
    return {
        low: max(found.items(), key=lambda each: (each[1], each[0]))[0]
        for low, found in forms.items()
    }


def with_calm_headings(blocks: Sequence[OriginalBlock], language: str) -> list[OriginalBlock]:
    """Return blocks in which no heading is written in capitals; what the original had stays its text.

    `language` is the text's.
    """
    loud = [b for b in blocks if b.kind == "heading" and calm(b.text, language) != b.text]
    if not loud:
        return list(blocks)
    seen = spelling(block.text for block in blocks if block.kind in ("paragraph", "list", "quote"))
    return [
        replace(block, markdown=escaped(calm(block.text, language, seen)))
        if block in loud
        else block
        for block in blocks
    ]


def calm(text: str, language: str = "en", seen: Spelling | None = None) -> str:
    """Return a heading that is all in capitals as titles of a language are written.

    `seen` is how its text writes words.
    """
    if not (text.isupper() and len(text) >= _SHORTEST):
        return text
    spoken = primary_language(language)

    def written(found: re.Match[str]) -> str:
        word, is_first = found[0], _BEGINS.search(text[: found.start()]) is not None
        if len(word) < 3 and text[found.end() : found.end() + 1] == ".":
            return word
        said = _as_written(word, spoken, seen or {})
        return f"{said[:1].upper()}{said[1:]}" if is_first else said

    return _WORD.sub(written, text)


def _as_written(word: str, language: str, seen: Spelling) -> str:
    """Return a word in capitals as it is written within a title of a language."""
    low = word.lower()
    said = seen.get(low, "")
    if (said.isupper() and len(said) > 1) or low in _words("acronyms"):
        return word
    if language == "de":
        return said or (low if low in _words("small_in_german") else low.capitalize())
    if language == "en":
        return low if low in _words("small_in_english") else low.capitalize()
    return said or low


def capitalises(language: str) -> bool:
    """Tell whether each word of a heading in capitals keeps one when it is calmed.

    German words would lose the capitals that nouns have.
    """
    return primary_language(language) in ("en", "de")


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(knowledge("capitals")[name].split())
