"""The EAN-13 bar code of an ISBN, with the price as an EAN-5, as SVG.

GS1 General Specifications, 5.2: module 0.33 mm at full size; from 80 % to 200 % is legal.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from barcode.charsets import ean
from barcode.ean import EuropeanArticleNumber13

MODULE = 0.33 * 72 / 25.4
"""Points of the narrowest bar at full size."""

_HEIGHT = 22.85 * 72 / 25.4
_LONG = 5 * MODULE
_DIGITS = 9.0
_QUIET = (11, 9, 5)
# The code set of each digit of an EAN-5, by its check digit.
_PARITY = ("BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB")
_CURRENCY_DIGIT = {"USD": "5", "CAD": "6", "GBP": "0", "AUD": "3", "NZD": "4"}
_NO_PRICE = "90000"


def price_digits(price: str | None) -> str | None:
    """Return the five digits of a price such as `USD 14.95`, or None without a price.

    Book Industry Study Group: 5 and the cents for a price in US dollars under 100; 90000
    says that there is no suggested price.
    """
    if price is None:
        return None
    currency, _, amount = price.partition(" ")
    units, _, cents = amount.partition(".")
    digit = _CURRENCY_DIGIT.get(currency)
    if digit is None or int(units) > 99 or float(amount) == 0:
        return _NO_PRICE
    return f"{digit}{int(units):02d}{cents or '00'}"


def ean13_svg(isbn: str, addon: str | None, ink: str, face: str) -> tuple[str, float, float]:
    """Return a bar code as SVG with its width and height in points, quiet zones included.

    `face` is the family that its digits are set in.
    """
    bars = "".join(EuropeanArticleNumber13(isbn).build())
    left, gap, right = (modules * MODULE for modules in _QUIET)
    height = _HEIGHT + _DIGITS
    parts = list(_bars(bars, left, 0, _HEIGHT, guards=True))
    parts += _text(isbn, left)
    width = left + len(bars) * MODULE
    if addon is None:
        width += 7 * MODULE
    else:
        start = width + gap
        code = _ean5(addon)
        parts += _bars(code, start, _DIGITS, _HEIGHT - _DIGITS)
        parts.append(_label(start + len(code) * MODULE / 2, _DIGITS - 2, addon, 2.0))
        width = start + len(code) * MODULE + right
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}pt" height="{height:.2f}pt" '
        f'viewBox="0 0 {width:.2f} {height:.2f}" fill="{ink}" '
        f'font-family="{escape(face)}" font-size="8.5">{"".join(parts)}</svg>'
    )
    return drawing, width, height


def _bars(code: str, x: float, y: float, height: float, guards: bool = False) -> Iterator[str]:
    """Draw runs of dark modules as one bar each; guard bars reach further down."""
    start = 0
    while start < len(code):
        end = start
        while end < len(code) and code[end] == code[start]:
            end += 1
        if code[start] == "1":
            is_guard = guards and (start < 3 or 45 <= start < 50 or start >= 92)
            long = _LONG if is_guard else 0
            yield (
                f'<rect x="{x + start * MODULE:.3f}" y="{y:.2f}" '
                f'width="{(end - start) * MODULE:.3f}" height="{height + long:.2f}"/>'
            )
        start = end


def _text(isbn: str, left: float) -> Iterator[str]:
    base = _HEIGHT + _DIGITS - 1.2
    yield f'<text x="0" y="{base:.2f}">{isbn[0]}</text>'
    for digits, first in ((isbn[1:7], 3), (isbn[7:], 50)):
        for index, digit in enumerate(digits):
            centre = left + (first + 7 * index + 3.5) * MODULE
            yield f'<text x="{centre:.2f}" y="{base:.2f}" text-anchor="middle">{digit}</text>'


def _label(centre: float, y: float, digits: str, spacing: float) -> str:
    return (
        f'<text x="{centre:.2f}" y="{y:.2f}" text-anchor="middle" '
        f'letter-spacing="{spacing}">{digits}</text>'
    )


def _ean5(digits: str) -> str:
    """GS1 General Specifications, 5.2: the five-digit add-on symbol."""
    values = [int(digit) for digit in digits]
    check = (3 * (values[0] + values[2] + values[4]) + 9 * (values[1] + values[3])) % 10
    coded = [ean.CODES[which][value] for which, value in zip(_PARITY[check], values, strict=True)]
    return "1011" + "01".join(coded)
