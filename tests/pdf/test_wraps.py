"""The sheet that wraps a book leaves its looks to the theme."""

from __future__ import annotations

import pytest

from guidepub.pdf.covers.wrap import wrap_html, wrap_rules


@pytest.fixture
def book(baker_book):
    isbn = baker_book.guide.isbn.model_copy(update={"print": "9780000411273"})
    guide = baker_book.guide.model_copy(update={"isbn": isbn})
    theme = baker_book.theme.model_copy(update={"chart_font": "Lakeside & Sons"})
    return baker_book.model_copy(update={"guide": guide, "theme": theme})


def test_the_digits_of_a_bar_code_are_set_in_the_face_of_the_theme(book):
    html = wrap_html(book, 12)
    assert 'font-family="Lakeside &amp; Sons"' in html
    assert "Source" not in html


def test_no_height_or_colour_of_the_band_is_fixed_beside_the_stylesheet(book):
    band = wrap_rules(book, 12).split(".wrap-band {")[1].split("}")[0]
    assert "height" not in band
    assert "background" not in wrap_html(book, 12).split("wrap-back")[0]
