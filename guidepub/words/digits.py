"""A language's own digits in right-to-left texts, and which numbers keep Latin digits.

A number among Latin words keeps them, and so do codes, telephone numbers and URLs, since readers
look these up by typing Latin digits.
"""

from __future__ import annotations

import re

from guidepub.words.leftward import rightward_part, units
from guidepub.words.wording import DIGITS

_LATIN = "0123456789"

# A figure with its signs, but without the hyphens, slashes and many digits of a code.
_FIGURE = r"[+\-−±]?[0-9]{1,8}(?:[,:][0-9]{2,3})*(?:\.[0-9]+)?%?"
# In the CLDR the symbol of an amount, such as US$, comes before it or after it.
_SIGN = r"[A-Z]{0,3}[$€£¥]"
_AMOUNT = re.compile(rf"(?:{_SIGN}\s?)?{_FIGURE}(?:\s?{_SIGN})?")
_BETWEEN = re.compile(r"(?<=[0-9])[.,](?=[0-9])")


def in_digits(text: str, style: str) -> str:
    """Return a text with its figures in digits of a style, such as `persian`; its length stays."""
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
