"""How a locale of Unicode's CLDR writes numbers: its symbols, patterns and grouping.

The data are those of CLDR 47 in Babel 2.18. Where Babel lacks something or differs from the CLDR,
the tables here have it; pyproject.toml pins Babel to that version.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.numbers import (
    get_currency_symbol,
    get_territory_currencies,
    list_currencies,
    parse_pattern,
)

# The parts of a BCP 47 tag that select a locale of the CLDR; Babel itself accepts more.
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

# CLDR 47, numbers/minimumGroupingDigits, by language, and by territory where that differs: how
# many digits there must be before the first grouping separator. It is 1 for all others.
_LEAST_GROUPING: Mapping[str, int] = MappingProxyType(
    dict.fromkeys("be bg es et hu ia ie it ka lv pl ru-UA sl sq".split(), 2)
    | dict.fromkeys("pt-CH pt-CV pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL".split(), 2)
    | {"ee": 3}
)
# Spanish outside of these territories follows es-419, which groups from four digits on.
_SPANISH = frozenset({None, "EA", "ES", "GQ", "IC", "PH"})
# Symbols and standard currency formats of CLDR 47 that Babel 2.18 has differently.
_GROUPS: Mapping[str, str] = MappingProxyType({"de-AT": _NO_BREAK_SPACE, "fr-MA": "."})
_CURRENCY_PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "es-AR": f"¤{_NO_BREAK_SPACE}#,##0.00",
        "es-CO": f"¤{_NO_BREAK_SPACE}#,##0.00",
        "es-GQ": "¤#,##0.00",
    }
)


@dataclass(frozen=True, slots=True)
class Notation:
    """The symbols of a locale's numbers, and its patterns in the notation of Unicode's LDML.

    `least_grouping` is how many digits there must be before the first grouping separator.
    """

    decimal: str
    group: str
    currency_decimal: str
    currency_group: str
    least_grouping: int
    decimal_pattern: str
    percent_pattern: str
    currency_pattern: str


@functools.lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """Return the locale of a BCP 47 tag such as `en-US`.

    Raises:
        ValueError: it is not a tag.
        UnknownLocaleError: the CLDR does not know it.
    """
    return Locale.parse(language, sep="-")


def is_language(tag: str) -> bool:
    """Return whether a BCP 47 tag such as `en-US` names a locale of the CLDR."""
    if not _TAG.fullmatch(tag):
        return False
    try:
        locale_of(tag)
    except (ValueError, UnknownLocaleError):
        return False
    return True


@functools.cache
def _tags_by_name() -> Mapping[str, str]:
    """Return the tags of well-known languages by their English and their own names."""
    known = "ar de en es fr he it ja ko nl pl pt ru uk vi zh".split()
    locales = [(tag, locale_of(tag)) for tag in known]
    own = {str(locale.display_name).casefold(): tag for tag, locale in locales}
    return own | {str(locale.english_name).casefold(): tag for tag, locale in locales}


def tag_of_name(name: str) -> str:
    """Return the BCP 47 tag of a language by its name, such as `de` of “Deutsch”, or ""."""
    return _tags_by_name().get(name.casefold(), "")


def language_name(tag: str) -> str:
    """Return a language's English name, as in “German (Austria)”; the tag if it names none."""
    return str(locale_of(tag).english_name or tag) if is_language(tag) else tag


def writing_direction(language: str) -> str:
    """Return the direction in which a language is written: `ltr` or `rtl`."""
    return str(locale_of(language).text_direction)


LeftwardScript = Literal["arabic", "hebrew"]
"""A script that is written from right to left, of those that books can be set in."""

_LEFTWARD: Mapping[str, LeftwardScript] = MappingProxyType({"Arab": "arabic", "Hebr": "hebrew"})


SCRIPTS: tuple[LeftwardScript, ...] = tuple(_LEFTWARD.values())
"""All scripts that are written from right to left."""


def leftward_script(language: str) -> LeftwardScript | None:
    """Return the right-to-left script of a language, or None if it has none."""
    locale = locale_of(language)
    likely = get_global("likely_subtags").get(locale.language, "")
    script = locale.script or next((part for part in likely.split("_") if len(part) == 4), "")
    return _LEFTWARD.get(script)


DigitStyle = Literal["arabic-indic", "persian"]
"""Digits other than Latin ones, by their names in CSS."""

_DIGIT_STYLES: Mapping[str, DigitStyle] = MappingProxyType(
    {"arab": "arabic-indic", "arabext": "persian"}
)


def digit_style(language: str) -> DigitStyle | None:
    """Return the digits that a language is written with, or None for Latin digits.

    In the CLDR that depends on the territory: `ar-EG` and `ar-SA` have Arabic digits, `ar` and
    `ar-MA` Latin ones.
    """
    return _DIGIT_STYLES.get(locale_of(language).default_numbering_system)


def is_currency(code: str) -> bool:
    """Return whether a code is that of a present or past currency (ISO 4217)."""
    return code in list_currencies()


# Territories of the CLDR with a code of two letters that are no countries of ISO 3166-1.
_NO_COUNTRIES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())


@functools.cache
def countries() -> frozenset[str]:
    """Return the two-letter codes of all countries of ISO 3166-1."""
    known = map(str, locale_of("en").territories)
    return frozenset(code for code in known if len(code) == 2 and code.isalpha()) - _NO_COUNTRIES


@functools.cache
def currencies_in_use() -> frozenset[str]:
    """Return the codes of the currencies in use (ISO 4217).

    They are those for which the CLDR has no last day; the date of the call does not matter.
    """
    day = datetime.date.max
    return frozenset(
        code for each in countries() for code in get_territory_currencies(each, day, day)
    )


@functools.lru_cache(maxsize=64)
def notation(language: str) -> Notation:
    """Return how a language writes numbers, in Latin digits."""
    locale = locale_of(language)
    signs = locale.number_symbols["latn"]
    territory = locale.territory
    tag = f"{locale.language}-{territory}" if territory else locale.language
    decimal, group = signs["decimal"], _GROUPS.get(tag, signs["group"])
    currency = locale.currency_formats["standard"].pattern
    return Notation(
        decimal=decimal,
        group=group,
        currency_decimal=signs.get("currencyDecimal", decimal),
        currency_group=signs.get("currencyGroup", group),
        least_grouping=_least_grouping(locale.language, territory),
        decimal_pattern=locale.decimal_formats[None].pattern,
        percent_pattern=locale.percent_formats[None].pattern,
        currency_pattern=_CURRENCY_PATTERNS.get(tag, currency),
    )


def _least_grouping(language: str, territory: str | None) -> int:
    if language == "es" and territory not in _SPANISH:
        return 1
    return _LEAST_GROUPING.get(f"{language}-{territory}", _LEAST_GROUPING.get(language, 1))


@functools.lru_cache(maxsize=256)
def currency_signs(currency: str, language: str) -> frozenset[str]:
    """Return what may be written with an amount in a currency: its ISO 4217 code and its symbols.

    The symbols are those of the language and of English. `$` is the US dollar's, unless the
    language has it for another currency.
    """
    locale = locale_of(language)
    own, english = (get_currency_symbol(currency, form) for form in (locale, locale_of("en")))
    signs = {currency, own}
    if not any(
        sign == english for code, sign in locale.currency_symbols.items() if code != currency
    ):
        signs.add(english)
    return frozenset("".join(sign.split()) for sign in signs)


@functools.lru_cache(maxsize=64)
def groups_by_two(language: str) -> bool:
    """Return whether a language groups digits above the thousands by two, as in India."""
    return parse_pattern(notation(language).decimal_pattern).grouping == (3, 2)
