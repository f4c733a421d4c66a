"""A book under an imprint: what is the imprint's own, and who has made the book."""

from __future__ import annotations

import re

import pytest
from definitions import guide

import guidepub
from guidepub import Book, Catalog, Imprint, assemble, check_legal

PRINT, EPUB = "9780000411273", "9780000411280"
CRUMB, SCHOOL = Imprint(id="crumb", name="Crumb Inc."), Imprint(id="school", name="School")
LINE = {
    "id": "copyright",
    "version": 1,
    "language": "en",
    "text": "Copyright © {years} {holder}. All rights reserved.",
    "placement": "imprint-page",
    "when": "always",
}


def catalog(**more: object) -> Catalog:
    made = guide(
        "Bread.",
        isbn={"print": PRINT, "epub": EPUB},
        price="USD 9.95",
        first_published=2021,
        published="2026-11-24",
        authors=[
            {"name": "Ada"},
            {"name": "Ed", "role": "editor"},
            {"name": "Eve", "role": "editor"},
            {"name": "Tran", "role": "translator"},
            {"name": "Ill", "role": "illustrator"},
        ],
        **more,
    )
    return Catalog.of(made, imprint=CRUMB, imprints=[SCHOOL], notices=[LINE])


def words(book: Book, leaf: str) -> str:
    xhtml = next(each.xhtml for each in book.leaves if each.id == leaf)
    return " ".join(re.sub("<[^>]+>", " ", xhtml).split())


def test_another_imprint_has_no_isbn_price_or_first_year_of_the_guide_s_own():
    made = catalog()
    own, other = (assemble(made["baker"], made, name) for name in (None, "school"))
    assert "2021–2026 Crumb Inc. All rights" in words(own, "imprint-page")
    assert "978-0-00-041127-3" in words(own, "imprint-page")
    assert "© 2026 School. All rights" in words(other, "imprint-page")
    assert "ISBN" not in words(other, "imprint-page")
    assert other.guide.isbn.print is other.guide.isbn.epub is other.guide.price is None
    assert own.guide_hash == other.guide_hash


def test_a_guide_of_another_imprint_keeps_its_own():
    made = catalog(imprint="school")
    assert "978-0-00-041127-3" in words(assemble(made["baker"], made), "imprint-page")
    assert "ISBN" not in words(assemble(made["baker"], made, CRUMB), "imprint-page")


@pytest.mark.parametrize("imprint", [None, "school"])
def test_the_legal_check_expects_the_same(tmp_path, imprint):
    made = catalog()
    report = guidepub.build(made, tmp_path, ["epub", "screen"], imprint=imprint)
    assert report.findings == ()
    assert [str(f) for f in check_legal(tmp_path, made).findings] == []


def test_the_title_page_names_all_who_have_made_the_book():
    made = catalog()
    title_page = words(assemble(made["baker"], made), "title-page")
    people = "by Ada edited by Ed and Eve translated by Tran illustrated by Ill"
    assert people in title_page


def test_a_name_s_full_stop_ends_the_sentence_too():
    made = catalog()
    book = assemble(made["baker"], made)
    assert ".." not in "".join(leaf.xhtml for leaf in book.leaves) + book.cover_alternative
