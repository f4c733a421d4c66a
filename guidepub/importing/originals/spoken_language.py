"""The language of a text, found from its words."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING

from guidepub.figures.locales import is_language, notation
from guidepub.importing.knowledge import knowledge
from guidepub.text.vocabulary import either
from guidepub.words.languages import primary_language

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
# Kinds of words in labels by which a table's language is told, and how many must be found.
_TELLING = (
    "median",
    "mean",
    "pay",
    "jobs",
    "change",
    "openings",
    "yearly",
    "monthly",
    "hourly",
    "level",
)
_FEWEST_LABELS, _LONGEST_TABLE = 2, 600
_FEWEST_SMALL = 5
_LONGEST_DOUBTED = 4_000
_SMALL_SHARE = 0.1

# Where thousands are grouped with a comma, money and counts say so; other numbers may have decimals.
_COUNTED = re.compile(
    r"(?:[$₡₲]|\bS/\.?|\b(?:USD|MXN|PEN|GTQ|HNL|DOP|CRC|NIO|PAB|Bs\.?|Q|L))\s?\d|\b(?:dólares|pesos|soles|colones|lempiras)\b"
    r"|,\d{3} (?:personas|empleos|puestos|plazas|vacantes)\b"
)
# A number of five digits is hardly a decimal.
_LARGE = re.compile(r"(?<![\d.,])[1-9]\d{1,2},\d{3}(?![\d,]|\.\d{3})")
_COMMAED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,]|\.\d{3})")
_POINTED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])")
_SPACED = re.compile(r"(?<![\d.,])(?<!\d )[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?! ?\d)")
_FEWEST_ALIKE = 2
# For each language a region that groups thousands with points, commas or spaces.
_REGIONS = {
    "es": {".": "es", ",": "es-US"},
    "pt": {".": "pt"},
    "de": {".": "de", " ": "de-AT"},
    "fr": {".": "fr-LU", " ": "fr"},
}


def spoken_language(text: str) -> str:
    """Return the ISO 639 code of the language that a text is in, or "" where that is not sure."""
    words = " ".join(_MARKS.sub(" ", text[:_LONGEST]).split())
    if sum(map(str.isalpha, words)) < _FEWEST:
        return ""
    code, certainty = _identifier().classify(words)
    return str(code) if certainty >= _CERTAIN else _by_labels(words)


def _by_labels(words: str) -> str:
    """Return the language of most labels of figures in a short text, as a table has, or ""."""
    if len(words) > _LONGEST_TABLE:
        return ""
    found = Counter(
        {
            code: len({match[0].casefold() for match in form.finditer(words)})
            for code, form in _labels()
        }
    ).most_common(2)
    (code, most), (_, other) = found
    return code if most >= _FEWEST_LABELS and most > other else ""


@functools.cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return for each language the pattern of its words in labels of figures."""
    table = knowledge("labels")
    return tuple(
        (
            code,
            re.compile(
                rf"(?<!\w){either([f for kind in _TELLING for f in table[code][kind]])}(?!\w)", re.I
            ),
        )
        for code in _SMALL
    )


def likely_language(text: str, usual: str) -> str:
    """Return the language that a text is in, or the `usual` one where its words leave that open."""
    return spoken_language(text) or usual


def speaks_otherwise(text: str, language: str) -> bool:
    """Return quickly whether a text is likely in another language than `language`, an ISO 639 code.

    The small words of five languages tell; a text with few of them is not doubted.
    """
    if language not in _SMALL:
        return False
    words = Counter(_WORD.findall(text[:_LONGEST_DOUBTED].casefold()))
    fewest = max(_FEWEST_SMALL, _SMALL_SHARE * words.total())
    own_words = frozenset(_SMALL[language].split())
    for small in (frozenset(row.split()) for code, row in _SMALL.items() if code != language):
        others = sum(words[word] for word in small - own_words)
        if others >= fewest and others > 2 * sum(words[word] for word in own_words - small):
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

    Spanish of the United States groups thousands with commas, as in `$43,460`; a page of Costa Rica
    may group them with points, though its own region has spaces.
    """
    regions = _REGIONS.get(primary_language(language), {})
    if not regions or not is_language(language):
        return language
    signs = notation(language)
    group = _grouping(text)
    usual = {" " if sign.isspace() else sign for sign in (signs.group, signs.currency_group)}
    return language if group in usual else regions.get(group, language)


def _grouping(text: str) -> str:
    """Return the sign that a text groups thousands with, or an empty string where it is not certain."""
    pointed, commaed = len(_POINTED.findall(text)), len(_COMMAED.findall(text))
    if commaed and not pointed:
        is_certain = commaed >= _FEWEST_ALIKE and _LARGE.search(text)
        return "," if is_certain or _COUNTED.search(text) else ""
    if pointed:
        return "." if pointed > commaed else ""
    return " " if len(_SPACED.findall(text)) >= _FEWEST_ALIKE else ""
