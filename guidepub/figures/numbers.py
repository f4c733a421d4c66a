"""Reading of numbers as people write them in a language.

It reads a locale's decimal and grouping separators, a minus sign or an accountant's parentheses,
a percent sign, and the symbol or the code of a currency. Anything else, and any number that is
not written so in the language, is refused: a figure that is read wrongly is worse than none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from guidepub.figures.locales import currency_signs, groups_by_two, notation
from guidepub.figures.units import currency_of

MINUSES = "-‐‑−–‒﹣－"
"""Characters that are written for a minus, among them Word’s non-breaking hyphen."""
DASHES = f"{MINUSES}—―"
"""Characters that are written for the dash of a range; the first is the hyphen."""
SWUNG_DASHES = "~∼〜～"
"""Other characters between the ends of a range: 30~40, as engineers and authors in Asia write."""
# The forms of the percent sign, and the word for it in languages that guidepub has phrases in.
_PERCENT = frozenset({*"%٪﹪％", "percent", "Prozent", "pourcent", "porciento"})
_APOSTROPHES = "'’‘ʼ´`"
RAISED: Mapping[str, str] = MappingProxyType(
    dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
    | dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))
)
"""Digits and letters, with their superscript forms."""
MARKS = frozenset({*RAISED.values(), *"ªº*†‡§¶#~"})
"""Signs after a figure that refer to a note, or say that there is no figure."""
# Longer than any figure in a book, with signs and spaces.
_LONGEST = 60
_DIGITS = "0123456789"
# A dash in place of the cents: “4.700,– €” in German, “4’700.–” in Switzerland.
_NO_CENTS = re.compile(r"(?<=\d)[.,](?:--?|[–—])(?=$| (?!\d)|€|[A-Za-z])")
_SCIENTIFIC = re.compile(r"\d[\d.,]*[eE][-+]?\d{1,3}")


class NumberError(ValueError):
    """A text that is not a number, or an ambiguous one. `remedy` says what to do about it."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


@dataclass(frozen=True, slots=True)
class Number:
    """A number with as many decimals as were written, and the sign written with it.

    `beside` is `%`, the symbol or the code of a currency, or an empty string.
    """

    value: Decimal
    beside: str = ""


def read_number(text: str, language: str) -> Number:
    """Return the number that a text means in a language, a BCP 47 tag that the CLDR knows.

    Spaces and apostrophes group digits in every language, since they have no other meaning.

    Raises:
        NumberError: the text is not a number, or the language would not write it so.
    """
    plain = " ".join(text.split())
    if not plain:
        raise NumberError("it is empty", "Fill it in.")
    if len(plain) > _LONGEST:
        raise NumberError("it is too long for a number", "Write the number alone.")
    return _number(plain, language)


# The same figure is read several times: with its sentence and with those around it.
@functools.lru_cache(maxsize=1024)
def _number(plain: str, language: str) -> Number:
    if any(sign in MARKS for sign in plain):
        reason = "a mark stands in place of a number or beside it"
        raise NumberError(reason, "Put the mark into a column of its own.")
    before, body, behind = _parted(_without_dash(plain, language))
    negative, beside = _signs(before, behind)
    value = _value(body, language)
    return Number(-value if negative else value, beside)


def raised(text: str) -> str:
    """Return a text with superscript digits and small letters, as in the marks of notes."""
    return "".join(RAISED.get(sign, sign) for sign in text)


def in_unit(number: Number, unit: str, language: str) -> Decimal:
    """Return a number's value, if the sign written with it fits a unit such as `USD/year`.

    Raises:
        NumberError: it is a percentage or an amount of money, and the unit is another one.
    """
    beside = number.beside
    currency = currency_of(unit)
    if beside in ("", unit.partition("/")[0]) or (beside == "%" and unit == "percent"):
        return number.value
    if currency and beside in currency_signs(currency, language):
        return number.value
    reason = f"“{beside}” next to it is not the sign of the unit {unit}"
    raise NumberError(reason, "State the unit of the figures, or remove what is next to them.")


def _without_dash(text: str, language: str) -> str:
    """Return an amount without a dash in place of its cents.

    Raises:
        NumberError: it has decimals before the dash. The point of “4.700,– €” separates thousands
            in German, but decimals in English, where the amount would be 4.7.
    """
    found = _NO_CENTS.search(text)
    if found is None:
        return text
    signs = notation(language)
    before = text[: found.start()]
    if re.search(rf"\d[{re.escape(signs.decimal + signs.currency_decimal)}]\d", before):
        reason = f"in {language} it has a dash in place of decimals"
        raise NumberError(reason, "Write it as is usual in the language, without the dash.")
    return before + text[found.end() :]


def _parted(text: str) -> tuple[str, str, str]:
    """Return the text before a text's digits, the digits, and the text after them."""
    places = [place for place, sign in enumerate(text) if sign in _DIGITS]
    if not places:
        raise NumberError("it is not a number", "Write a number, or leave the row out.")
    first, last = places[0], places[-1] + 1
    if first and text[first - 1] in ".," and text[first - 2 : first - 1] not in ("", *_DIGITS):
        first -= 1
    elif first == 1 and text[0] in ".,":
        first = 0
    before, behind = text[:first].strip(), text[last:]
    if behind[:1] == " " and any(sign in MINUSES for sign in behind):
        # A dash after the number and a space separates it from something else.
        raise NumberError("signs stand around it that do not fit", "Write the number alone.")
    return before, text[first:last], behind.strip()


def _signs(before: str, behind: str) -> tuple[bool, str]:
    """Return whether a number is negative, and the sign of its unit."""
    brackets = before.count("("), behind.count(")")
    negatives = [sign for sign in before + behind if sign in MINUSES]
    beside = [
        "".join(sign for sign in side if sign not in f"{MINUSES}+() ") for side in (before, behind)
    ]
    known = "".join(beside)
    strange = before.count(")") + behind.count("(") + (before + behind).count("+") > 1
    strange |= brackets not in ((0, 0), (1, 1)) or len(negatives) + brackets[0] > 1
    if strange or all(beside):
        raise NumberError("signs stand around it that do not fit", "Write the number alone.")
    return bool(negatives) or brackets == (1, 1), "%" if known in _PERCENT else known


def _value(body: str, language: str) -> Decimal:
    signs = notation(language)
    points = {signs.decimal, signs.currency_decimal}
    groups = {_plain_sign(sign) for sign in (signs.group, signs.currency_group, " ", "'")} - points
    if _SCIENTIFIC.fullmatch(body):
        raise NumberError("a spreadsheet has rounded it", "Write all its digits.")
    plain = "".join(map(_plain_sign, body))
    whole, point, rest = plain, "", ""
    if found := [sign for sign in points if sign in plain]:
        whole, point, rest = plain.partition(found[0])
    if not whole:
        whole = "0"
    if whole.count(".") > 1 or point == ",":
        # In a language with a decimal comma such points can only group digits, whatever the CLDR
        # has: “1.234.567” and “1.120,40”, but not “1.234”.
        groups |= {"."} - points
    if not _is_whole(whole, groups, language) or (point and not _is_digits(rest)):
        example = f"12{signs.group}345{signs.decimal}6"
        raise NumberError(
            f"numbers are not written like this in {language}",
            f"Write it as is usual in the language, as in {example}.",
        )
    digits = "".join(sign for sign in whole if sign in _DIGITS)
    return Decimal(f"{digits}.{rest}" if rest else digits)


def _is_whole(whole: str, groups: set[str], language: str) -> bool:
    """Return whether the digits before the decimals are ungrouped, or in groups of the right size."""
    used = {sign for sign in whole if sign not in _DIGITS}
    if not used:
        return whole == "0" or not whole.startswith("0")
    if len(used) > 1 or not used <= groups or whole.startswith("0"):
        return False
    parts = [len(part) for part in whole.split(used.pop())]
    middle = parts[1:-1]
    if parts[-1] != 3 or not 1 <= parts[0] <= 3:
        return False
    by_two = groups_by_two(language) and parts[0] <= 2 and all(size == 2 for size in middle)
    return by_two or all(size == 3 for size in middle)


def _is_digits(text: str) -> bool:
    return bool(text) and all(sign in _DIGITS for sign in text)


def _plain_sign(sign: str) -> str:
    """Return a grouping separator for comparison: all spaces are equal, and all apostrophes."""
    if sign.isspace():
        return " "
    return "'" if sign in _APOSTROPHES else sign
