"""Numbers as letters and as Roman numerals, by which parts of a book are counted."""

from __future__ import annotations

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


BEFORE_BODY = 100_000
"""How far the pages before a book's body, which count i, ii, iii, lie before its page 0."""


def page_label(page: int) -> str:
    """Return what a page is called, given its number: one before 0 has a Roman numeral."""
    return roman(page + BEFORE_BODY).lower() if page < 0 else str(page)


def page_of_label(label: str) -> int:
    """Return the number of a page of this name, or 0."""
    if label.isdecimal():
        return int(label)
    number = number_of_roman(label)
    return number - BEFORE_BODY if number else 0


def letters(number: int) -> str:
    """Return a number from 1 up as capital letters: A to Z, then AA."""
    text = ""
    while number:
        number, letter = divmod(number - 1, len(_LETTERS))
        text = _LETTERS[letter] + text
    return text


def number_of_roman(text: str) -> int:
    """Return the number of a Roman numeral, 0 for what is none."""
    number, rest = 0, text.upper()
    for value, numeral in _ROMAN:
        while rest.startswith(numeral):
            number, rest = number + value, rest[len(numeral) :]
    return number if text and roman(number) == text.upper() else 0


def roman(number: int) -> str:
    """Return a number from 1 up in capital Roman numerals."""
    text = ""
    for value, numeral in _ROMAN:
        times, number = divmod(number, value)
        text += numeral * times
    return text
