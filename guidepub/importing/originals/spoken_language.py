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

# Likely languages of guides. The model has 140 languages, and confuses similar ones.
_LANGUAGES = (
    "ar ca cs da de el en es fi fr he hi hr hu id it ja ko nl no pl pt ro ru sk sv th tr uk vi zh"
).split()
_CERTAIN = 0.9
_FEWEST = 25
"""The fewest letters of a text whose language can be certain."""
_LONGEST = 20_000
_MARKS = re.compile(r"https?://\S+|<[^<>]{0,500}>|\{[^{}]{0,200}\}|[#*_`|\d]+")

_WORD = re.compile(r"[^\W\d_]+")
# The commonest words. To choose between two languages, only words that one of them has count.
_SMALL = {
    "en": "a an and are as at be by can do for from have how in is it most no not of on or so that the they this to what when who with their you",
    "es": "a al como con de del el en es la las lo los más no o para por que se son su sus un una y",
    "fr": "a au aux avec ce d dans de des du en est et il l la le les leur ne on ou par pas pour que qui se ses son sont sur un une",
    "de": "als an auch auf bei das dem den der des die ein eine es für im in ist mit nicht oder sie sind und von werden wird zu",
    "pt": "a ao as com como da das de do dos e em é mais na no não o os ou para por que se seu são sua um uma",
}
# Kinds of words in labels that show a table's language.
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

# A comma in money and counts groups thousands; in other numbers it may be a decimal comma.
_COUNTED = re.compile(
    r"(?:[$₡₲]|\bS/\.?|\b(?:USD|MXN|PEN|GTQ|HNL|DOP|CRC|NIO|PAB|Bs\.?|Q|L))\s?\d|\b(?:dólares|pesos|soles|colones|lempiras)\b"
    r"|,\d{3} (?:personas|empleos|puestos|plazas|vacantes)\b"
)
# A number with five digits or more is hardly one with three decimals.
_LARGE = re.compile(r"(?<![\d.,])[1-9]\d{1,2},\d{3}(?![\d,]|\.\d{3})")
_COMMAED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,]|\.\d{3})")
_POINTED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])")
_SPACED = re.compile(r"(?<![\d.,])(?<!\d )[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?! ?\d)")
_FEWEST_ALIKE = 2
# For each language, regions that group thousands with points, commas or spaces.
_REGIONS = {
    "es": {".": "es", ",": "es-US"},
    "pt": {".": "pt"},
    "de": {".": "de", " ": "de-AT"},
    "fr": {".": "fr-LU", " ": "fr"},
}


def spoken_language(text: str) -> str:
    """Return the ISO 639 code of the language that a text is in, or "" if it is not certain."""
    words = " ".join(_MARKS.sub(" ", text[:_LONGEST]).split())
    if sum(map(str.isalpha, words)) < _FEWEST:
        return ""
    code, certainty = _identifier().classify(words)
    return str(code) if certainty >= _CERTAIN else _by_labels(words)


def _by_labels(words: str) -> str:
    """Return the language of most labels of figures in a short text, such as a table, or ""."""
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
    """Return, for each language, the pattern of its words in labels of figures."""
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
    """Return the language that a text is in, or `usual` if that is not certain."""
    return spoken_language(text) or usual


def is_in_another_language(text: str, language: str) -> bool:
    """Return whether a text is likely not in `language`, an ISO 639 code; this is a quick test.

    It counts the commonest words of five languages. A text with few of them passes.
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
    # Loading takes half a second, which is not needed for texts that state their language.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    return identifier


def with_notation(language: str, text: str) -> str:
    """Return a language with a region that writes numbers as a text does, if that is certain.

    Spanish in the United States groups thousands with commas, as in `$43,460`; a Costa Rican page
    may use points, although its own region has spaces.
    """
    regions = _REGIONS.get(primary_language(language), {})
    if not regions or not is_language(language):
        return language
    signs = notation(language)
    group = _grouping(text)
    usual = {" " if sign.isspace() else sign for sign in (signs.group, signs.currency_group)}
    return language if group in usual else regions.get(group, language)


def _grouping(text: str) -> str:
    """Return the character that groups thousands in a text, or "" if it is not certain."""
    pointed, commaed = len(_POINTED.findall(text)), len(_COMMAED.findall(text))
    if commaed and not pointed:
        is_certain = commaed >= _FEWEST_ALIKE and _LARGE.search(text)
        return "," if is_certain or _COUNTED.search(text) else ""
    if pointed:
        return "." if pointed > commaed else ""
    return " " if len(_SPACED.findall(text)) >= _FEWEST_ALIKE else ""
