"""Numbers as letters and as Roman numerals, which number parts and pages of books."""

from __future__ import annotations

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


BEFORE_BODY = 100_000
"""What is subtracted from the Roman numerals of the front matter's pages to number them.

Their numbers are then below 0, and so before those of the body's pages.
"""


def page_label(page: int) -> str:
    """Return the label of a page by its number: a Roman numeral for a number below 0."""
    return roman(page + BEFORE_BODY).lower() if page < 0 else str(page)


def page_of_label(label: str) -> int:
    """Return the number of a page by its label, or 0."""
    if label.isdecimal():
        return int(label)
    number = number_of_roman(label)
    return number - BEFORE_BODY if number else 0


def letters(number: int) -> str:
    """Return a number of 1 or more as capital letters: A to Z, then AA."""
    text = ""
    while number:
        number, letter = divmod(number - 1, len(_LETTERS))
        text = _LETTERS[letter] + text
    return text


def number_of_roman(text: str) -> int:
    """Return the value of a Roman numeral, or 0 if the text is not one."""
    number, rest = 0, text.upper()
    for value, numeral in _ROMAN:
        while rest.startswith(numeral):
            number, rest = number + value, rest[len(numeral) :]
    return number if text and roman(number) == text.upper() else 0


def roman(number: int) -> str:
    """Return a number of 1 or more in upper-case Roman numerals."""
    text = ""
    for value, numeral in _ROMAN:
        times, number = divmod(number, value)
        text += numeral * times
    return text
