"""Restores the accents of texts that were written without them, so that they can be read.

Each letter keeps its place, so what is found in a restored text is at the same place in the original.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from guidepub.text.vocabulary import vocabulary
from guidepub.words.languages import primary_language

_WORD = re.compile(r"[A-Za-z]+")
# “O salário médio e de R$ 2.310”, “E preciso concluir …” in Portuguese.
_IS = re.compile(
    r"\b[Ee](?= (?:de(?: cerca de)? (?:R\$|€|\d)|(?:preciso|necessari[oa]|exigid[oa])\b))"
)


def with_accents(text: str, language: str) -> str:
    """Return a text with the accents of known words, or the text itself if any letter has one."""
    code = primary_language(language)
    if code not in vocabulary("accents") or any(c.isalpha() and not c.isascii() for c in text):
        return text
    restored = _WORD.sub(lambda word: _spelled(word[0], code), text)
    return (
        _IS.sub(lambda verb: "É" if verb[0] == "E" else "é", restored) if code == "pt" else restored
    )


def _spelled(word: str, code: str) -> str:
    """Return a word with its accents; those of words in capitals are read without."""
    words, endings = _known(code)
    spelled = words.get(word.casefold())
    if spelled is None:
        ending = endings.search(word)
        if ending is None:
            return word
        return f"{word[: ending.start()]}{vocabulary('accents')[code]['endings'][ending[0]]}"
    return spelled[0].upper() + spelled[1:] if word[0].isupper() else spelled


@functools.cache
def _known(code: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return how words are spelled, by the words without accents, and a pattern of endings."""
    table = vocabulary("accents")[code]
    words = {_bare(word): word for word in table["words"].split()}
    endings = "|".join(table["endings"])
    return words, re.compile(rf"(?<=[a-z])(?:{endings})$" if endings else "(?!)")


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
