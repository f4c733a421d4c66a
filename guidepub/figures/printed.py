"""Printing of values in a language: money, percentages, counts, dates, lists.

All forms are those of Unicode's CLDR, through Babel. The one exception is the word before the
last item of a Spanish list, which changes with the sound after it; the CLDR has no rule for that
(findings/babel-spanish-and.sh).
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import (
    format_decimal,
    get_currency_precision,
    get_currency_symbol,
    parse_pattern,
)
from babel.units import format_unit

from guidepub.figures.locales import Notation, locale_of, notation
from guidepub.figures.units import currency_of, duration_of

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
EN_DASH = "\N{EN DASH}"

# “y” becomes “e” before the sound of i, unless that begins a diphthong (“y hielo”), and “o”
# becomes “u” before the sound of o, also in figures (8 is “ocho”, 11 “once”). Tags and signs
# before the first letter are not pronounced.
_BEFORE = r"(?:<[^<>]*>|[^\w<])*"
_BY_SOUND = (
    (" y ", " e ", re.compile(_BEFORE + r"(?:[ií]|h[ií](?![ae]))", re.IGNORECASE)),
    (" o ", " u ", re.compile(_BEFORE + r"(?:h?[oó]|8|11(?!\d))", re.IGNORECASE)),
)


def decimal_mark(language: str) -> str:
    """Return the decimal separator of a language."""
    return notation(language).decimal


def figure(value: Decimal, unit: str, language: str) -> str:
    """Return a figure as the language writes it: `$68,340`, `19%`, `49 200`.

    Decimals are printed as given: 24.50 stays 24.50. Only meaningless zeros are left out: those
    of a count (`38800.0`), and those of money with fewer decimals than its currency has. Money
    with any other decimals has at least as many as its currency (`$12.50`). Spaces are
    non-breaking, and the minus sign is U+2212.

    The period of a wage and the noun of a count are not printed; the prose around the figure
    has them.
    """
    signs = notation(language)
    if currency := currency_of(unit):
        text = _money(value, currency, language)
    elif unit == "percent":
        text = _patterned(value, _given_decimals(value), signs.percent_pattern, signs)
    else:
        text = _patterned(value, _counted_decimals(value), signs.decimal_pattern, signs)
        if duration := duration_of(unit):
            text = _lasting(value, text, duration, language)
    return text.replace("-", MINUS).replace(" ", NO_BREAK_SPACE)


def number(value: int, language: str) -> str:
    """Return a whole number with its digits grouped as in the language."""
    return figure(Decimal(value), "items", language)


def day(date: datetime.date, language: str) -> str:
    """Return a date in the language's long form: `November 24, 2026`."""
    return format_date(date, "long", locale=locale_of(language))


def years(first: int, last: int) -> str:
    """Return a year, or the range from the first to the last with an en dash."""
    return str(first) if first == last else f"{first}{EN_DASH}{last}"


def listed(
    items: Sequence[str], language: str, style: Literal["standard", "or"] = "standard"
) -> str:
    """Return items joined as the language lists them: `A, B, and C`, or `A, B, or C`."""
    locale = locale_of(language)
    text = format_list(list(items), style, locale=locale)
    return _joined_by_sound(text, items[-1]) if locale.language == "es" and items else text


def _joined_by_sound(text: str, last: str) -> str:
    """Return a Spanish list with “y” and “o” changed by sound: `geografía e historia`."""
    head = text.removesuffix(last)
    for usual, changed, sound in _BY_SOUND:
        if head.endswith(usual) and sound.match(last):
            return head.removesuffix(usual) + changed + last
    return text


def plural_category(value: Decimal, language: str) -> str:
    """Return the CLDR's category of a number in a language: `one`, `few`, `other` and so on."""
    category: str = locale_of(language).plural_form(value)
    return category


def _given_decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _counted_decimals(value: Decimal) -> int:
    return 0 if value == value.to_integral_value() else _given_decimals(value)


def _patterned(
    value: Decimal, decimals: int, pattern: str, signs: Notation, currency: str = ""
) -> str:
    """Return a value in a pattern of LDML, with `decimals` in place of the pattern's own number."""
    form = parse_pattern(pattern)
    whole, _, rest = f"{abs(value):.{decimals}f}".partition(".")
    group, point = signs.group, signs.decimal
    if currency:
        group, point = signs.currency_group, signs.currency_decimal
    digits = _grouped(whole, form.grouping, group, signs.least_grouping)
    if rest:
        digits += point + rest
    before, behind = (side[value < 0] for side in (form.prefix, form.suffix))
    before, behind = _with_currency(before, behind, currency)
    # LDML quotes literal letters.
    return f"{before}{digits}{behind}".replace("'", "")


def _grouped(whole: str, sizes: tuple[int, int], sign: str, least: int) -> str:
    """Return digits in groups: the last group has the first size, all others the second."""
    size, further = sizes
    if len(whole) < size + least:
        return whole
    groups: list[str] = []
    while len(whole) > size:
        groups.insert(0, whole[-size:])
        whole, size = whole[:-size], further
    return sign.join([whole, *groups])


def _with_currency(before: str, behind: str, currency: str) -> tuple[str, str]:
    """Put a currency's symbol into the parts of a pattern before and after the digits.

    There is a space between a letter and a digit (UTS 35, numbers, currencySpacing).
    """
    if before.endswith("¤") and _is_letter(currency[-1:]):
        before += NO_BREAK_SPACE
    if behind.startswith("¤") and _is_letter(currency[:1]):
        behind = NO_BREAK_SPACE + behind
    return before.replace("¤", currency), behind.replace("¤", currency)


def _is_letter(sign: str) -> bool:
    """Return whether a character is neither a symbol nor a space, as in currencySpacing."""
    return bool(sign) and unicodedata.category(sign)[0] not in "SZ"


def _money(value: Decimal, currency: str, language: str) -> str:
    """Return an amount of money: without decimals if it is whole and given with fewer than usual."""
    signs, usual = notation(language), get_currency_precision(currency)
    decimals = _given_decimals(value)
    if decimals < usual:
        decimals = 0 if value == value.to_integral_value() else usual
    symbol = get_currency_symbol(currency, locale_of(language))
    return _patterned(value, decimals, signs.currency_pattern, signs, symbol)


def _lasting(value: Decimal, digits: str, unit: str, language: str) -> str:
    """Return a length of time: Babel's words in the right plural around digits grouped here."""
    locale, name = locale_of(language), f"duration-{unit}"
    text: str = format_unit(value, name, "long", locale=locale)
    if name in text:
        # The CLDR leaves out a long form that is equal to the short one; Babel does not fall back.
        text = format_unit(value, name, "short", locale=locale)
    return text.replace(format_decimal(value, locale=locale), digits, 1)
