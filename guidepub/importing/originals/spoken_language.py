"""The language of a text, found from its words."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Those that guides are published in; the model knows 140, of which neighbours would be mistaken.
_LANGUAGES = (
    "ar ca cs da de el en es fi fr he hi hr hu id it ja ko nl no pl pt ro ru sk sv th tr uk vi zh"
).split()
_CERTAIN = 0.9
_FEWEST = 25
"""Letters below which a text is too short to be sure of."""
_LONGEST = 20_000
_MARKS = re.compile(r"https?://\S+|<[^<>]{0,500}>|\{[^{}]{0,200}\}|[#*_`|\d]+")

_WORD = re.compile(r"[^\W\d_]+")
# The commonest words that neighbours do not write alike.
# The commonest words; of two languages, those that only one of them has tell which it is.
_SMALL = {
    "en": "a an and are as at be by can do for from have how in is it most no not of on or so that the they this to what when who with their you",
    "es": "a al como con de del el en es la las lo los más no o para por que se son su sus un una y",
    "fr": "a au aux avec ce d dans de des du en est et il l la le les leur ne on ou par pas pour que qui se ses son sont sur un une",
    "de": "als an auch auf bei das dem den der des die ein eine es für im in ist mit nicht oder sie sind und von werden wird zu",
    "pt": "a ao as com como da das de do dos e em é mais na no não o os ou para por que se seu são sua um uma",
}
_FEWEST_SMALL = 5
_LONGEST_DOUBTED = 4_000
_SMALL_SHARE = 0.1

# Numbers that are written with commas in America: money of its countries, and counts.
_DOLLARS = re.compile(
    r"\$|\b(?:dólares|pesos|USD|MXN)\b|,\d{3} (?:personas|empleos|puestos|plazas|vacantes)\b"
)
_COMMAED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,]|\.\d{3})")
_POINTED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?!\d)")


def spoken_language(text: str) -> str:
    """Return the ISO 639 code of the language that a text is in, or "" where that is not sure."""
    words = " ".join(_MARKS.sub(" ", text[:_LONGEST]).split())
    if sum(map(str.isalpha, words)) < _FEWEST:
        return ""
    code, certainty = _identifier().classify(words)
    return str(code) if certainty >= _CERTAIN else ""


def likely_language(text: str, usual: str) -> str:
    """Return the language that a text is in, or the `usual` one where its words leave that open."""
    return spoken_language(text) or usual


def speaks_otherwise(text: str, language: str) -> bool:
    """Tell quickly whether a text is likely in another language than `language`, an ISO 639 code.

    The small words of five languages tell; a text with few of them is not doubted.
    """
    if language not in _SMALL:
        return False
    words = Counter(_WORD.findall(text[:_LONGEST_DOUBTED].casefold()))
    fewest = max(_FEWEST_SMALL, _SMALL_SHARE * words.total())
    said = frozenset(_SMALL[language].split())
    for small in (frozenset(row.split()) for code, row in _SMALL.items() if code != language):
        others = sum(words[word] for word in small - said)
        if others >= fewest and others > 2 * sum(words[word] for word in said - small):
            return True
    return False


@functools.cache
def _identifier() -> LanguageIdentifier:
    # Half a second, which a text that says its language need not wait for.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    return identifier


def with_notation(language: str, text: str) -> str:
    """Return a language with the region that writes figures as a text does, where that is certain.

    Spanish of the United States groups thousands with commas, as in `$43,460`.
    """
    if language != "es" or not _DOLLARS.search(text) or _POINTED.search(text):
        return language
    return "es-US" if _COMMAED.search(text) else language
