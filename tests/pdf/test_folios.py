"""The numbers of pages: roman before the body, arabic from its first page."""

from __future__ import annotations

import io

import pikepdf

from guidepub.pdf.finishing.folios import Folios, folios
from guidepub.phrases import phrases


def test_cover_front_and_body_are_numbered_apart():
    numbering = Folios(front=2, body=6, cover="Couverture")
    assert [numbering.label(page) for page in range(8)] == [
        "Couverture", "", "i", "ii", "iii", "iv", "1", "2",
    ]  # fmt: skip


def test_one_page_of_a_file_is_called_cover(baker_pdf):
    labels = [page.label for page in pikepdf.open(io.BytesIO(baker_pdf)).pages]
    assert labels.count("Cover") == 1
    assert labels[0] == "Cover"
    assert "i" in labels


def test_the_layout_shows_where_front_and_body_begin(baker_book):
    body = next(leaf.id for leaf in baker_book.leaves if leaf.part == "bodymatter")
    names = [["title-page"], ["imprint-page"], ["contents", "contents-title"], [], [body], [body]]
    assert folios(baker_book, names) == Folios(0, 4, "Cover")


def test_the_cover_is_named_in_the_language_of_the_book(baker_book):
    spanish = baker_book.guide.model_copy(update={"language": "es"})
    book = baker_book.model_copy(update={"guide": spanish, "phrases": phrases("es")})
    body = next(leaf.id for leaf in book.leaves if leaf.part == "bodymatter")
    numbering = folios(book, [["cover"], ["title-page"], [body]])
    assert numbering.label(0) == "Cubierta"


def test_bookmarks_are_shown_when_a_file_for_reading_is_opened(baker_pdf):
    assert str(pikepdf.open(io.BytesIO(baker_pdf)).Root.PageMode) == "/UseOutlines"
