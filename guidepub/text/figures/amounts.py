"""Amounts in a text: a number in digits or words, with its scale and its currency or percent sign.

Only complete numbers are amounts: in English, `51,0001`, `30,1%` and `007` are not.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from guidepub.figures.locales import is_language, notation
from guidepub.figures.numbers import (
    DASHES,
    MINUSES,
    RAISED,
    SWUNG_DASHES,
    NumberError,
    read_number,
)
from guidepub.text.figures.spelt_numbers import spelt_pattern, spelt_value
from guidepub.text.figures.years import may_be_year
from guidepub.text.punctuation.note_marks import FIGURE_MARK, RAISED_MARKS, WORD_END
from guidepub.text.vocabulary import compiled, either, spaced, vocabulary

_SIGNS = MappingProxyType({"$": "USD", "€": "EUR", "£": "GBP"})
_CODES = frozenset({"USD", "EUR", "GBP", "CHF", "BRL"})
# Suffixes that are read only after money: 401k is not an amount.
_SHORT_SCALES = MappingProxyType(
    {"k": 10**3, "m": 10**6, "mn": 10**6, "mm": 10**6, "bn": 10**9, "b": 10**9}
)
_POINTS = re.compile("point|punto|ponto|punkt")
_A_THOUSAND = 1000
_THOUSANDTHS = -3
# Between the digits of a number in Switzerland: 7'150.
_SWISS = re.compile(r"(?<=\d)[’'](?=\d{3})")
# A note mark between a figure and its unit may be a number in brackets: “2 050 (1) €”. A superscript
# “[note 2]” of a page is written in brackets after `^`.
_BRACKETED = r"\^?\(\d{1,2}\)|\^\([^()\n]{1,40}\)|\s?\[\^?(?:\d{1,3}|[a-z*])\](?!\()"
_MARK = (
    rf"{FIGURE_MARK}(?:\)(?=\s?[\w%€£$]))?|(?<=[{''.join(RAISED.values())}])\)(?=\s?[\w%€£$])"
    rf"|{_BRACKETED}|\s[†‡](?=\s)|\s\(\d{{1,2}}\)(?=\s?[€£$%])"
)
# The label of numbers in thousands: “Jobs (thousands)”.
_IN_THOUSANDS = re.compile(
    r"\b(?:thousands?|millions?|mil(?:es|hares|lones|hões)?|milliers?|tausend|tsd|mio)\b",
    re.IGNORECASE,
)
_LONGEST_LABEL, _LONGEST_NEAR = 180, 60
_LOOKAROUND = re.compile(r"^\(\?<=[^()]*\)|\(\?=[^()]*\)$")
# A true minus sign may be followed by a space: “− 1,5 %”. A hyphen and a space are a dash, except
# after a colon, a bracket or a preposition (“Prognose: - 4 %”, “une évolution de - 3 %”), or if the
# line contains nothing else.
_MINUS = (
    rf"[{MINUSES}]|−[ \u00a0\u202f]|(?:(?<=:\s)|(?<=[:(])|(?<=\s(?:de|um|of|at|is|es)\s)"
    rf"|(?<=\s(?:von|ist|est)\s)|\A(?=.\s\d[\d.,]*\s?(?:%|[^\W\d]+(?:\s[^\W\d]+)?)\W*\Z))"
    rf"[{MINUSES}][ \u00a0\u202f]"
)
# Dashes in place of the cents: “2.870,- Euro”, “7'180.–”.
_NO_CENTS = r"[.,](?:--?|[–—])(?=[\s€)]|$)"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what belongs to it. `currency` is one of ISO 4217, or an empty string.

    `stop` is where the mark of a note ends that stands behind it. `is_bare` says that it is written without groups and scale, as a year or a small number is.
    """

    value: Decimal
    start: int
    end: int
    stop: int
    currency: str = ""
    is_percent: bool = False
    is_points: bool = False
    scale: int = 1
    is_bare: bool = True

    @property
    def is_plain(self) -> bool:
        """Whether the number has no scale, currency or percent sign."""
        return self.scale == 1 and not self.is_percent and not self.currency

    @property
    def is_year(self) -> bool:
        """Whether the amount looks like a year from 1900 to 2099."""
        return self.is_bare and may_be_year(self.value) and not self.currency


@functools.lru_cache(maxsize=32)
def amount_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of an amount that is not the end of a longer token."""
    return re.compile(rf"(?<![{DASHES}\w.,/#)%])(?<!\d[’'])" + _form(language), re.IGNORECASE)


@functools.lru_cache(maxsize=32)
def range_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of the second amount of a range, with the dash or word before it."""
    table = vocabulary("figures", language)
    # A dash has a space on both sides or on neither. Typewriters use two hyphens.
    dash = rf"(?:--|[{DASHES}{SWUNG_DASHES}])"
    joined = rf"{dash}|\s{dash}\s|\s{either(table.get('ranges', []))}\s"
    either_of = rf"\s{either(table.get('alternatives', []))}\s"
    return re.compile(
        rf"(?:(?P<dash>{joined})|(?P<and>\s{either(table.get('between_and', []))}\s)|(?P<or>{either_of}))"
        + _form(language),
        re.IGNORECASE,
    )


def amount_of(match: re.Match[str], language: str, currency: str = "") -> Amount | None:
    """Return the amount for a match of one of the patterns, or None if it is not a number.

    `currency` is the default: at the end of a range, that of its beginning.
    """
    number = match["digits"] or match["spelt"]
    scale = _scale(match, language)
    try:
        if match["digits"]:
            value = read_number(_SWISS.sub("", number), language).value * scale
        else:
            value = spelt_value(number, language)
            # A number in words counts as scaled if a scale is within it.
            scale, value = max(scale, _scale_within(value)), value * scale
    except NumberError:
        return None
    half = _half(language).match(match.string, match.end("amount"))
    if half and (scale > 1 or half["scale"]):
        # “Two and a half million” is not 2, nor is “deux millions et demi” 2,000,000.
        return None
    currency = _currency(match, language) or currency
    thousandths = value.as_tuple().exponent == _THOUSANDTHS and not match["short"]
    is_money = bool(currency)
    if match["short"] and not is_money and not _is_counted(match, language):
        # “401k” is neither money nor a count.
        return None
    if is_money and scale == 1 and thousandths:
        # “€24,500” in Spanish may be in either notation.
        return None
    unit = " ".join((match["unit"] or "").casefold().split())
    percent = bool(unit) and not match["money"]
    start = match.start("sign") if match["sign"] else match.start("number")
    # Money is never negative: “Pay: - $30,000” has a dash.
    is_less = match["minus"] and not (currency and match["minus"][-1].isspace())
    start = match.start("minus") if is_less else start
    if scale > 1 and value == value.to_integral_value():
        value = value.quantize(Decimal(1))
    return Amount(
        -value if is_less else value,
        start,
        max(match.end(part) for part in ("number", "short", "scale", "unit") if match[part]),
        match.end("amount"),
        currency,
        percent,
        _POINTS.search(unit) is not None,
        scale,
        scale == 1 and number.isdigit(),
    )


def counts_thousands(label: str) -> bool:
    """Return whether a label says that its numbers are in thousands or millions: “Jobs (thousands)”."""
    return _IN_THOUSANDS.search(label[:_LONGEST_LABEL]) is not None


def _is_counted(match: re.Match[str], language: str) -> bool:
    """Return whether a number with a “k” counts jobs, by the words after it or its label.

    “381.9k jobs” and “Openings per year: 12.7k” do.
    """
    # A 401k is a pension plan, whatever the words next to it.
    if not match["short"].strip().casefold().startswith("k") or match["digits"] == "401":
        return False
    after, label = _counted(language)
    if after.match(match.string, match.end("amount")):
        return True
    before = match.string[max(match.start("amount") - _LONGEST_NEAR, 0) : match.start("amount")]
    return label.search(before) is not None


@functools.lru_cache(maxsize=32)
def _counted(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns for the counted noun after a number, and for a label before it."""
    words = either(vocabulary("figures", language).get("counted", ()))
    return (
        re.compile(rf"(?:\s[^\W\d_][\w’'-]*){{0,3}}?\s{words}\b", re.IGNORECASE),
        re.compile(rf"\b{words}(?:[\s,/(][\w’'/,)(-]*){{0,4}}:\s$", re.IGNORECASE),
    )


def _form(language: str) -> str:
    table = vocabulary("figures", language)
    currencies = either(list(table.get("currencies", {})))
    percent = rf"\s?[%٪﹪％]|[\s-]{either(table.get('percent', []))}{WORD_END}"
    scales = either(list(table.get("scales", {})))
    money = rf"\s{currencies}{WORD_END}" if table.get("currencies") else "(?!)"
    own = either(list(table.get("signs", {})))
    sign = rf"{own}\s?|(?:US\s?|U\.S\.\s?)?[{''.join(_SIGNS)}]\s?|(?:{'|'.join(sorted(_CODES))})\s"
    euro = rf"[\s\u00a0\u202f]?(?:[€£]|\$(?!\d)|(?:{'|'.join(sorted(_CODES))})\b)"
    return (
        rf"(?P<amount>(?P<minus>{_MINUS})?(?P<sign>{sign})?"
        rf"(?P<number>(?P<digits>{_digits(language)})|(?P<spelt>{spelt_pattern(language)}\b))"
        rf"(?:{_NO_CENTS}|{FIGURE_MARK})?"
        rf"(?P<short>(?:{'|'.join(sorted(_SHORT_SCALES, key=len, reverse=True))})\b|[\s\u00a0\u202f]?k(?=[€$£]))?"
        rf"(?P<scale>(?:[\s-]{scales}\b(?:(?<=tsd|mio|mrd)\.(?=\s))?)*)"
        rf"(?:{_MARK})?"
        rf"(?:(?P<unit>(?P<money>{money}|{euro})|{percent})(?:{RAISED_MARKS}|{_BRACKETED})?)?)"
        # A Swiss 7'150 is not 7.
        r"(?!\w|°|[.,’']?\d)"
    )


@functools.lru_cache(maxsize=32)
def _digits(language: str) -> str:
    """Return the pattern of a number in digits, with a language's group and decimal signs."""
    signs = notation(language if is_language(language) else "en")
    points = {signs.decimal, signs.currency_decimal}
    groups = {signs.group, signs.currency_group} - points
    # Spaces and Swiss apostrophes are unambiguous, so they group digits in every language: “12 500
    # jobs” must not be read as 500.
    groups |= {*" \u00a0\u202f'’"}
    group = "".join(map(re.escape, sorted(groups)))
    point = "".join(map(re.escape, sorted(points)))
    return rf"(?:\d{{1,3}}(?:[{group}]\d{{3}})+|\d{{1,12}})(?:[{point}]\d{{1,6}})?"


def _scale(match: re.Match[str], language: str) -> int:
    scale = _SHORT_SCALES.get((match["short"] or "").strip().casefold(), 1)
    for word in re.split(r"[\s-]+", match["scale"].strip(" -").casefold()):
        scale *= vocabulary("figures", language).get("scales", {}).get(word.rstrip("."), 1)
    return scale


@functools.lru_cache(maxsize=32)
def _half(language: str) -> re.Pattern[str]:
    """Return the pattern of words that add a half to an amount, with the scale after them."""
    table = vocabulary("figures", language)
    scales = either(list(table.get("scales", {})))
    half = spaced(table["half"]) if "half" in table else "(?!)"
    return compiled(rf"(?:{half})\b(?P<scale>\s{scales}\b)?")


def _scale_within(value: Decimal) -> int:
    return _A_THOUSAND if value >= _A_THOUSAND else 1


def _currency(match: re.Match[str], language: str) -> str:
    beside = (match["sign"] or match["money"] or "").strip()
    if not beside:
        return ""
    for pattern, currency in _currencies(language):
        if pattern.fullmatch(beside):
            return currency
    known = _SIGNS.get(beside[-1]) or beside.upper()
    return known if known in _CODES else ""


@functools.lru_cache(maxsize=32)
def _currencies(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of a language's signs and words for currencies, with their codes."""
    table = vocabulary("figures", language)
    forms = table.get("signs", {}) | table.get("currencies", {})
    # Only the sign or the word itself is matched, so lookarounds must go.
    beside = ((_LOOKAROUND.sub("", form), str(currency)) for form, currency in forms.items())
    return tuple((compiled(spaced(form)), currency) for form, currency in beside)
