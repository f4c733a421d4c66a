"""The numbers of pages: roman before the body, arabic from its first page."""

from __future__ import annotations

import pytest

from guidepub.pdf.folios import Folios, folios, roman


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix"), (90, "xc")]
)
def test_a_number_in_roman_numerals(number, numeral):
    assert roman(number) == numeral


def test_cover_front_and_body_are_numbered_apart():
    numbering = Folios(front=2, body=6)
    assert [numbering.label(page) for page in range(8)] == [
        "Cover", "Cover", "i", "ii", "iii", "iv", "1", "2",
    ]  # fmt: skip


def test_the_layout_tells_where_front_and_body_begin(baker_book):
    body = next(leaf.id for leaf in baker_book.leaves if leaf.part == "bodymatter")
    names = [["title-page"], ["imprint-page"], ["contents", "contents-title"], [], [body], [body]]
    assert folios(baker_book, names) == Folios(0, 4)
