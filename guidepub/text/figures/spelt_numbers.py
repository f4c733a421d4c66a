"""Whole numbers in words: `forty-nine thousand one hundred and twenty`, `quatre-vingt-dix-sept`.

The words are in the vocabulary of figures. German writes a number as one word
(`neunundvierzigtausend`), the other languages as several.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from guidepub.figures.numbers import NumberError
from guidepub.text.vocabulary import compiled, either, vocabulary

# Words of a number below a thousand, after the first.
_MOST_WORDS = 8
_HUNDRED, _THOUSAND, _MILLION = 100, 1000, 1_000_000
_TEEN = 20
# “Eighteen hundred dollars” is an amount; “nineteen hundred” is more often a year.
_MOST_HUNDREDS = 19
_GAP = r"[\s-]"
# “12 pour cent” and “por ciento” end in a hundred that is not a number.
_NOT_PERCENT = r"(?<!pour\s)(?<!por\s)"
_NOTHING = "(?!)"


@functools.lru_cache(maxsize=32)
def spelt_pattern(language: str) -> str:
    """Return the source of a pattern that matches a number in words, without a scale at its end.

    `two hundred and fifty thousand` is matched up to `fifty`; a scale within the number, as in
    `forty-nine thousand one hundred`, is part of it.
    """
    table = vocabulary("figures", language)
    words = _words(table)
    if not table.get("numbers"):
        return _NOTHING
    number, hundred, thousand, million = (
        either(words[kind]) + r"\b" for kind in ("numbers", "hundreds", "thousands", "millions")
    )
    gap = rf"{_GAP}(?:{either(table.get('and', []))}\s)?"
    more = rf"(?:{gap}(?:{number}|{hundred})){{0,{_MOST_WORDS}}}"
    below = rf"{number}{more}"
    if table.get("bare_hundred"):
        below = rf"(?:{number}|{hundred}(?={gap}{number})){more}"
    if table.get("is_compounded"):
        below = rf"(?:{_compound(table)}|{below})"
    # “Between forty thousand and fifty thousand” is two numbers.
    end = rf"(?!{_GAP}(?:{number}|{hundred}|{thousand}|{million}))"
    rest = rf"{gap}{below}{end}"
    may_be_bare = table.get("bare_thousand", False)
    before = rf"(?:{below}{_GAP})?" if may_be_bare else rf"{below}{_GAP}"
    millions = rf"{million},?(?:{gap}{before}{thousand}(?:{rest}|{end})|{rest})"
    # The number below a thousand is matched once, whatever follows, since most words are none.
    forms = [rf"{below}(?:{_GAP}(?:{millions}|{thousand}{rest}))?"]
    if may_be_bare:
        forms.append(rf"{thousand}{rest}")
    # One look at its first letter rules out most words.
    letters = "".join(sorted({word[0] for kind in words.values() for word in kind}))
    return rf"\b(?=[{letters}]){_NOT_PERCENT}(?:{'|'.join(forms)})"


def spelt_value(text: str, language: str) -> Decimal:
    """Return the value of a number in words, which may end in a scale: `two hundred thousand`.

    Raises:
        NumberError: the words are several numbers, as in `twenty twenty`.
    """
    table = vocabulary("figures", language)
    words = _words(table)
    total = current = last = 0
    smallest = _MILLION * _THOUSAND
    # Small letters without folding, which would make “dreissig” of “dreißig”.
    for word in _tokens(language).findall(text.lower()):
        if word in words["hundreds"] and current < _MOST_HUNDREDS:
            current, last = (current or 1) * _HUNDRED, _HUNDRED
        elif word in words["thousands"] or word in words["millions"]:
            scale = _THOUSAND if word in words["thousands"] else _MILLION
            if scale >= smallest:
                raise _several()
            total, current, last, smallest = total + (current or 1) * scale, 0, 0, scale
        else:
            number = _number(word, table)
            if number is None or (last and (last < _TEEN or number >= last)):
                raise _several()
            current, last = current + number, number
    if total + current == _THOUSAND + 1:
        raise NumberError("“a thousand and one” means many", "Write it in digits.")
    return Decimal(total + current)


def _several() -> NumberError:
    return NumberError("its words are several numbers", "Write it in digits.")


def _number(word: str, table: Mapping[str, Any]) -> int | None:
    """Return the value of one word, which may be compounded, or None."""
    number: int | None = table["numbers"].get(word)
    if number is not None or not table.get("is_compounded"):
        return number
    for scale, kind in ((_THOUSAND, "thousands"), (_HUNDRED, "hundreds")):
        before, name, after = word.partition(table[kind][0])
        if name:
            return _sum(_number(before, table) if before else 1, scale, _below(after, table))
    unit, _, tens = word.partition(table["and"][0])
    return _sum(table["numbers"].get(tens), 1, table["numbers"].get(unit))


def _sum(many: int | None, scale: int, rest: int | None) -> int | None:
    return None if many is None or rest is None else many * scale + rest


def _below(word: str, table: Mapping[str, Any]) -> int | None:
    """Return what follows a hundred or a thousand in a compound, 0 for nothing."""
    word = word.removeprefix(table["and"][0])
    return _number(word, table) if word else 0


def _words(table: Mapping[str, Any]) -> dict[str, list[str]]:
    kinds = ("hundreds", "thousands", "millions")
    return {"numbers": [*table.get("numbers", {})]} | {kind: table.get(kind, []) for kind in kinds}


@functools.lru_cache(maxsize=32)
def _tokens(language: str) -> re.Pattern[str]:
    """Return the pattern of one word of a number, without the words that join them."""
    table = vocabulary("figures", language)
    joining = either(table.get("and", []))
    known = either([word for words in _words(table).values() for word in words])
    return compiled(rf"{known}\b|\b(?!{joining}\b)[^\W\d_]+")


def _compound(table: Mapping[str, Any]) -> str:
    """Return the pattern of a number that is written as one word: `neunundvierzigtausend`."""
    numbers: dict[str, int] = table["numbers"]
    unit = either([word for word, value in numbers.items() if value < _TEEN // 2])
    ten = either([word for word, value in numbers.items() if value >= _TEEN])
    teen = either([word for word, value in numbers.items() if _TEEN // 2 <= value < _TEEN])
    hundred, thousand, joint = (table[kind][0] for kind in ("hundreds", "thousands", "and"))
    small = rf"(?:{unit}{joint}{ten}|{ten}|{teen}|{unit})"
    below = rf"(?:(?:{unit})?{hundred}(?:(?:{joint})?{small})?|{small})"
    whole = rf"(?:{below})?{thousand}(?:(?:{joint})?{below})?|{below}"
    # A simple word is left to the other forms; “hundert” and “tausend” alone are often idioms.
    parts = rf"(?:{hundred}|{thousand}|{joint})"
    return rf"(?!(?:{hundred}|{thousand})\b)(?=\w{{0,40}}{parts})(?:{whole})\b"
