"""The typography of a language: quotation marks, ranges, and non-breaking spaces.

Words and punctuation do not change. Only in French are spaces added, before the punctuation that
has them in print.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_NARROW = "\N{NARROW NO-BREAK SPACE}"
_DASH = "\N{EN DASH}"
_LONG_DASH = "\N{EM DASH}"


class Typography(NamedTuple):
    """The typography of a language.

    Attributes:
        language: its tag, such as `en` or `fr-CA`.
        quotes: opening and closing double, then opening and closing single quotation marks.
    """

    language: str = ""
    quotes: tuple[str, ...] = ()


AS_WRITTEN = Typography()
"""Changes nothing."""


class _Rule(NamedTuple):
    """A pattern and its replacement. `with_figures`: it matches only in texts with a digit."""

    pattern: str
    text: str
    with_figures: bool = True


# Units after a number and a space, in all languages (ISO 80000-1, 7.1.4).
_UNITS = (
    r"%|‰|°[CF]?|[kcmµ]?m[²³]?|mi|k?g|mg|lb|oz|ft|m?l|k?W|k?Wh|[MG]W|[MG]Wh|k?V|[kMG]?Hz|[kMGT]B|"
    r"km/h|mph|psi|rpm|dB|€|\$|£|[A-Z]{3}"
)
# Abbreviations before a number: pages, paragraphs, volumes and the like.
_NUMBERED = r"pp?\.|§§?|vol\.|Vol\.|[Ff]ig\.|[Cc]ap\.|[Cc]h\.|[Aa]rt\."

_COUNTED = {
    "en": (
        "percent|hours?|days?|weeks?|months?|years?|minutes?|seconds?|credits?|feet|inches|miles|"
        "pounds|thousand|million|billion|trillion"
    ),
    "es": (
        "por ciento|horas?|días?|semanas?|meses|mes|años?|minutos?|créditos?|mil|millones|euros|"
        "dólares"
    ),
    "de": (
        "Prozent|Uhr|Stunden?|Tagen?|Wochen?|Monaten?|Monate?|Jahren?|Jahre?|Tage?|Minuten?|"
        "Millionen|Milliarden|Euro"
    ),
    "fr": (
        "pour cent|heures?|jours?|semaines?|mois|ans?|années?|minutes?|mille|millions|milliards|"
        "euros|dollars"
    ),
    "it": (
        "per cento|ore|ora|giorni|giorno|settimane|settimana|mesi|mese|anni|anno|minuti|minuto|"
        "crediti|mila|milioni|miliardi|euro|dollari"
    ),
    "pl": (
        "procent|godzin[ay]?|dni|dzień|tygodni(?:e|a)?|tydzień|miesi[ęą]cy|miesiące|miesiąc|lat|lata|"
        "rok|roku|minut[ay]?|tysi[ęą]cy|tysiące|milion(?:y|ów)?|miliard(?:y|ów)?|zł|złotych|"
        "dolarów|euro"
    ),
    "pt": (
        "por cento|horas?|dias?|semanas?|meses|mês|anos?|minutos?|créditos?|mil|milhões|bilhões|"
        "euros|dólares|reais"
    ),
    "vi": ("phần trăm|giờ|ngày|tuần|tháng|năm|phút|tín chỉ|nghìn|ngàn|triệu|tỷ|đồng|đô la|euro"),
}
_MONTHS = {
    "en": (
        "January|February|March|April|May|June|July|August|September|October|November|December|"
        r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."
    ),
    "es": (
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
    ),
    "fr": ("janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"),
    "it": (
        "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|"
        "dicembre"
    ),
    "pl": (
        "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|"
        "listopada|grudnia"
    ),
    "pt": (
        "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"
    ),
}
# Abbreviations before a name or a number: forms of address and the like.
_ADDRESSES = {
    "en": r"Mr\.|Mrs\.|Ms\.|Dr\.|Prof\.|St\.|Nos?\.",
    "es": r"Sra?\.|Dra?\.|D\.ª?|n\.º|núm\.",
    "de": r"Dr\.|Prof\.|Nr\.|Abb\.|Bd\.|Kap\.|S\.",
    "fr": r"M\.|MM\.|Mme|Mlle|Dr|Pr|n[°ºo]|nᵒ",
    "it": r"Sigg?\.|Sig\.ra|Dott\.|Dott\.ssa|Prof\.|Ing\.|n\.|nn\.",
    "pl": r"dr|prof\.|mgr|inż\.|nr|ul\.|św\.|str\.|s\.|art\.|ust\.",
    "pt": r"Sra?\.|Dra?\.|Profa?\.|n\.º|nº",
    "vi": r"TS\.|ThS\.|GS\.|PGS\.|BS\.|TP\.|số",
}


@functools.cache
def _rules(tag: str) -> Sequence[tuple[re.Pattern[str], str, bool]]:
    """Return the rules of a language, compiled.

    A pattern that begins with a literal character is searched for faster.
    """
    language = tag.partition("-")[0]
    rules = [
        _Rule(rf" (?<=\d )(?=(?:{_UNITS})(?!\w))", NO_BREAK_SPACE),
        _Rule(r" (?<=[$€£] )(?=\d)", NO_BREAK_SPACE),
        _Rule(rf"(?<!\w)({_NUMBERED}) (?=\d)", rf"\1{NO_BREAK_SPACE}"),
        *_OF_LANGUAGES.get(tag, _OF_LANGUAGES.get(language, ())),
    ]
    if language in _COUNTED:
        addressed = rf"(?<!\w)({_ADDRESSES[language]}) (?=[\dA-ZÀ-ÝĄĆĐĘŁŃŚŹŻ])"
        rules.append(_Rule(rf" (?<=\d )(?=(?:{_COUNTED[language]})\b)", NO_BREAK_SPACE))
        rules.append(_Rule(addressed, rf"\1{NO_BREAK_SPACE}", with_figures=False))
    return [(re.compile(rule.pattern), rule.text, rule.with_figures) for rule in rules]


# German, English and Polish have a dash between the ends of a range; Spanish has a hyphen.
_COUNTS = {
    language: _Rule(
        rf"(?<![\w.,/–-])(\d{{1,3}})-(?=\d{{1,3}}[ {NO_BREAK_SPACE}](?:{words})\b)",
        rf"\1{_DASH}",
    )
    for language, words in _COUNTED.items()
}
_PAGES = _Rule(
    r"(?<!\w)(pp?\.\s|pages\s|S\.\s|Seiten\s)(\d{1,4})-(?=\d{1,4}(?![\w-]))", rf"\1\2{_DASH}"
)
_FRENCH: Sequence[_Rule] = [
    _Rule(r"(?<=«)[ \u00a0]|(?:(?<=\S)|^)[ \u00a0](?=»)", _NARROW, with_figures=False),
    _Rule(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))", _NARROW),
    _Rule(rf" (?<=\d )(?=(?:{_MONTHS['fr']})\b)", NO_BREAK_SPACE),
    _Rule(rf"\b(1er) (?=(?:{_MONTHS['fr']})\b)", rf"\1{NO_BREAK_SPACE}"),
    _Rule(r"\b([IVX]+e) (?=siècle)", rf"\1{NO_BREAK_SPACE}", with_figures=False),
]
_OF_LANGUAGES: dict[str, Sequence[_Rule]] = {
    "en": [
        _Rule(rf"\b({_MONTHS['en']}) (?=\d{{1,2}}(?!\d))", rf"\1{NO_BREAK_SPACE}"),
        _COUNTS["en"],
        _PAGES,
    ],
    "es": [
        _Rule(rf" (?<=\d )(?=de (?:{_MONTHS['es']})\b)", NO_BREAK_SPACE),
        _Rule(r"\bEE\. (?=UU\.)", f"EE.{NO_BREAK_SPACE}", with_figures=False),
    ],
    "de": [
        # DIN 5008: z. B., d. h., u. a. m.
        _Rule(
            r"(?<![\w.])([A-Za-zÄÖÜäöü]\.) (?=[A-Za-zÄÖÜäöü]\.)",
            rf"\1{_NARROW}",
            with_figures=False,
        ),
        _Rule(rf"(?<={_NARROW}[A-Za-z]\.) (?=[A-Za-z]\.)", _NARROW, with_figures=False),
        # An ordinal and its noun: 2. November, 1. Auflage.
        _Rule(r"(?<![\w.,])(\d{1,3}\.) (?=[A-ZÄÖÜ][a-zäöüß])", rf"\1{NO_BREAK_SPACE}"),
        _COUNTS["de"],
        _PAGES,
    ],
    "fr": [
        # A thin space before `;`, `!` and `?`, and a word space before a colon (Lexique des règles
        # typographiques en usage à l'Imprimerie nationale).
        _Rule(
            r"(?:(?<=\S)|^)[ \u00a0](?=[;!?])|(?<=[^\W\d_])(?=[;!?]+(?:\s|$))",
            _NARROW,
            with_figures=False,
        ),
        _Rule(
            r"(?:(?<=\S)|^) (?=:(?![\w/]))|(?<=[^\W\d_])(?=:\s)", NO_BREAK_SPACE, with_figures=False
        ),
        *_FRENCH,
    ],
    "it": [_Rule(rf" (?<=\d )(?=(?:{_MONTHS['it']})\b)", NO_BREAK_SPACE)],
    "pl": [
        _Rule(rf" (?<=\d )(?=(?:{_MONTHS['pl']})\b)", NO_BREAK_SPACE),
        # No line ends with a word of one letter (PN-83/P-55366).
        _Rule(
            r"(?<![\w’'.-])([aiouwzAIOUWZ]) (?=[\w„(])", rf"\1{NO_BREAK_SPACE}", with_figures=False
        ),
        _COUNTS["pl"],
    ],
    "pt": [_Rule(rf" (?<=\d )(?=de (?:{_MONTHS['pt']})\b)", NO_BREAK_SPACE)],
    # “ngày 24 tháng 11 năm 2026”
    "vi": [_Rule(r"(?<!\w)((?:[Nn]gày|[Tt]háng|[Nn]ăm)) (?=\d)", rf"\1{NO_BREAK_SPACE}")],
    # In Canada there is no space before `;`, `!` and `?` (Le guide du rédacteur).
    "fr-CA": [_Rule(r"(?:(?<=\S)|^) (?=:(?![\w/]))", NO_BREAK_SPACE, with_figures=False), *_FRENCH],
}
_WITH_DASHES = frozenset({"en", "de", "pl"})
# Languages with em dashes around speech and asides, closed up on the inner side (Ortografía de la
# lengua española, 3.7).
_WITH_CLOSED_DASHES = frozenset({"ca", "es", "gl", "pt"})
_CLOSED_DASH = re.compile(
    r"(?:(?<=[\s(«“¿¡])|^)--(?=[\w¿¡«“(\"])|(?<=[\w.,!?)»”\"])--(?=[\s.,;:!?)]|$)"
)
_YEARS = re.compile(r"(?<![\w/.\-–$€£,])((?:1[5-9]|20)\d\d)-(\d{4}|\d\d)(?![\w/\-–%]|[.,]\d)")
_FIGURE = re.compile(r"\d")
_BETWEEN = re.compile(r" ?(?:-{1,3}|–|—) ?")
_MONTHS_OF_A_YEAR = 12


def dashed(text: str, typography: Typography) -> str:
    """Return a text with em dashes in place of two hyphens around speech and asides."""
    if typography.language.partition("-")[0] not in _WITH_CLOSED_DASHES:
        return text
    return _CLOSED_DASH.sub(_LONG_DASH, text)


def ranged(numbers: str, typography: Typography) -> str:
    """Return a range of numbers with the language's dash or hyphen between its ends."""
    is_dashed = typography.language.partition("-")[0] in _WITH_DASHES
    return _BETWEEN.sub(_DASH if is_dashed else "-", numbers)


def bound(text: str, typography: Typography) -> str:
    """Return a text with non-breaking spaces in what belongs together, such as “5 %”."""
    has_figures = _FIGURE.search(text) is not None
    if has_figures and typography.language.partition("-")[0] in _WITH_DASHES:
        text = _YEARS.sub(_range_of_years, text)
    for pattern, replacement, with_figures in _rules(typography.language):
        if has_figures or not with_figures:
            text = pattern.sub(replacement, text)
    return text


def _range_of_years(match: re.Match[str]) -> str:
    """Return two years with a dash between them; other numbers, such as a month, unchanged."""
    first, last = int(match[1]), int(match[2])
    if len(match[2]) == 2:
        short = first % 100
        later = last > short and (last > _MONTHS_OF_A_YEAR or last == short + 1)
    else:
        later = first < last < first + 500
    return f"{match[1]}{_DASH}{match[2]}" if later else match[0]
