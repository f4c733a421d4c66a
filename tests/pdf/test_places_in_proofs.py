"""A proof tells where things lie on the page as it is drawn, the gutter of a thick book included."""

from __future__ import annotations

import pypdfium2
import pytest
from definitions import guide

from guidepub import Catalog
from guidepub.assembly import assemble, assemble_traced
from guidepub.model import Book
from guidepub.pdf.proofs import Opening, leaf_proof


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("pages", [100, 701])
def test_a_block_lies_where_its_words_are_drawn(pages, right):
    # The body's first section begins on a right page wherever it is set.
    made = guide("Ovens are hot.", "Bread is made of flour, water, salt and time.")
    catalog = Catalog.of(made)
    book, traced = (_on_new_pages(each(made, catalog)) for each in (assemble, assemble_traced))
    _, leaf = (each.id for each in book.leaves if each.kind == "section")
    proof = leaf_proof(book, traced, "print", leaf, Opening(right, 1, pages))
    words = pypdfium2.PdfDocument(proof.data)[0].get_textpage()
    # The page is counted from its trim.
    drawn, *_ = words.get_charbox(words.get_text_range().index("Bread"))
    left, *_ = proof.pages[0].places[leaf]
    assert left == pytest.approx(drawn, abs=2)


def _on_new_pages(book: Book) -> Book:
    theme = book.theme.model_copy(update={"sections": "new-page"})
    return book.model_copy(update={"theme": theme})
