"""Numbers as letters and as Roman numerals, and what pages are called by them."""

import pytest

from guidepub.words.numerals import letters, number_of_roman, page_label, page_of_label, roman

ROMAN = [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (90, "XC"), (2026, "MMXXVI")]


@pytest.mark.parametrize(("number", "numeral"), ROMAN)
def test_a_number_in_roman_numerals_and_back(number, numeral):
    assert roman(number) == numeral
    assert number_of_roman(numeral.lower()) == number


@pytest.mark.parametrize("text", ["", "iiii", "vx", "page", "12"])
def test_what_is_no_roman_numeral_has_no_number(text):
    assert number_of_roman(text) == 0


def test_pages_before_the_body_come_before_it():
    pages = [page_of_label(label) for label in ("vii", "x", "1", "12")]
    assert pages == sorted(pages)
    assert [page_label(page) for page in pages] == ["vii", "x", "1", "12"]
    assert page_of_label("Cover") == 0


def test_letters():
    assert [letters(number) for number in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
