"""What a notebook shows of a book."""

from __future__ import annotations

from definitions import guide
from lxml import etree

from guidepub import Catalog, Imprint, assemble


def test_a_notebook_shows_the_cover_and_the_contents(baker_book):
    shown = etree.fromstring(baker_book._repr_html_())
    cover, contents = shown
    assert cover.get("aria-label") == baker_book.cover_alternative
    assert cover.find(".//{http://www.w3.org/2000/svg}path") is not None
    assert ["".join(item.itertext()) for item in contents] == [
        leaf.title for leaf in baker_book.leaves if leaf.in_contents
    ]


def test_what_a_guide_says_is_text_in_a_notebook():
    made = guide("Bread.", title="A & <b>B</b>", language="de")
    book = assemble(made, Catalog.of(made, imprint=Imprint(name='P "Q" <R>')))
    shown = etree.fromstring(book._repr_html_())
    assert shown.get("lang") == "de"
    text = " ".join(shown.itertext())
    assert "A & <b>B</b>" in text
    assert 'P "Q" <R>' in text.replace("„Q“", '"Q"')
