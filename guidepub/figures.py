"""A value to words in a language: money, percentages, counts, dates, lists.

All forms come from Unicode's CLDR through Babel; nothing here is written in a language.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Sequence
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    get_decimal_symbol,
    is_currency,
)
from babel.units import format_unit

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
EN_DASH = "\N{EN DASH}"

_MONEY = re.compile(r"(?P<currency>[A-Z]{3})(?:/(?:hour|week|month|year))?")
_DURATION = re.compile(r"(?P<unit>hour|day|week|month|year)s")
# The parts of a BCP 47 tag that choose a locale of the CLDR; Babel alone would take more.
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")
_COUNT = re.compile(r"[a-z][a-z -]*(?:/(?:hour|week|month|year))?")


def is_unit(unit: str) -> bool:
    """Tell whether guidepub can print a figure in this unit.

    A unit is a currency of ISO 4217 with a period (`USD/year`) or without (`USD`),
    `percent`, a length of time (`hours`, `days`, `weeks`, `months`, `years`), or a plural
    that is counted, with or without a period (`jobs`, `openings/year`).
    """
    if money := _MONEY.fullmatch(unit):
        return bool(is_currency(money["currency"]))
    return bool(_COUNT.fullmatch(unit))


def decimal_mark(language: str) -> str:
    """Return the sign that a language sets before decimals."""
    return str(get_decimal_symbol(_locale(language)))


def figure(value: Decimal, unit: str, language: str) -> str:
    """Return a figure as the language writes it: `$68,340`, `19%`, `49 200`.

    A currency's period and a counted noun are left to the prose around the figure.
    Spaces inside do not break, and a negative sign is a true minus.
    """
    locale = _locale(language)
    if money := _MONEY.fullmatch(unit):
        text = _money(value, money["currency"], locale)
    elif unit == "percent":
        pattern = locale.percent_formats[None].pattern.replace("#,##0", "#,##0.###")
        text = format_percent(value / 100, pattern, locale=locale)
    elif duration := _DURATION.fullmatch(unit):
        text = format_unit(value, f"duration-{duration['unit']}", "long", locale=locale)
    else:
        text = format_decimal(value, locale=locale)
    return text.replace("-", MINUS).replace(" ", NO_BREAK_SPACE)


def number(value: int, language: str) -> str:
    """Return a whole number as the language groups it."""
    return figure(Decimal(value), "items", language)


def day(date: datetime.date, language: str) -> str:
    """Return a date in the language's long form: `November 24, 2026`."""
    return format_date(date, "long", locale=_locale(language))


def years(first: int, last: int) -> str:
    """Return a year, or the range from the first to the last with an en dash."""
    return str(first) if first == last else f"{first}{EN_DASH}{last}"


def listed(items: Sequence[str], language: str) -> str:
    """Return items joined as the language lists them: `A, B, and C`."""
    return format_list(list(items), locale=_locale(language))


def is_language(tag: str) -> bool:
    """Tell whether a BCP 47 tag such as `en-US` names a locale of the CLDR."""
    if not _TAG.fullmatch(tag):
        return False
    try:
        _locale(tag)
    except (ValueError, UnknownLocaleError):
        return False
    return True


@functools.lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def _money(value: Decimal, currency: str, locale: Locale) -> str:
    """Babel always prints cents; a yearly wage has none."""
    pattern = locale.currency_formats["standard"].pattern
    if value == value.to_integral_value():
        pattern = pattern.replace(".00", "")
    return format_currency(value, currency, pattern, locale=locale, currency_digits=False)
