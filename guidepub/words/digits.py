"""Digits of a language's own in texts from right to left, and which stay Latin there.

A number that stands with Latin words stays as it is, as do codes, telephone numbers and addresses:
who looks one up types Latin digits.
"""

from __future__ import annotations

import re

from guidepub.words.leftward import rightward_part, units
from guidepub.words.wording import DIGITS

_LATIN = "0123456789"

# A figure with its signs: no hyphen or stroke as in a code, and no more digits than one has.
_FIGURE = r"[+\-−±]?[0-9]{1,8}(?:[,:][0-9]{2,3})*(?:\.[0-9]+)?%?"
# The CLDR sets the sign of an amount, such as US$, behind it or before.
_SIGN = r"[A-Z]{0,3}[$€£¥]"
_AMOUNT = re.compile(rf"(?:{_SIGN}\s?)?{_FIGURE}(?:\s?{_SIGN})?")
_BETWEEN = re.compile(r"(?<=[0-9])[.,](?=[0-9])")


def in_digits(text: str, style: str) -> str:
    """Return a text of the same length with its figures in digits of a style."""
    return "".join(_pieces(text, str.maketrans(f"{_LATIN}%", f"{DIGITS[style]}٪")))


def _pieces(text: str, table: dict[int, int]) -> list[str]:
    whole = rightward_part(text)
    found, end = [], 0
    for first, last in [whole] if whole else units(text):
        piece = text[first:last]
        if _AMOUNT.fullmatch(piece):
            piece = _BETWEEN.sub(_own_sign, piece).translate(table)
        found += [text[end:first], piece]
        end = last
    return [*found, text[end:]]


def _own_sign(sign: re.Match[str]) -> str:
    return "٬" if sign[0] == "," else "٫"
