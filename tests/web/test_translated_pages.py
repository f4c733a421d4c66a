"""What web editions and EPUBs say of translations, and of where they can be read."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from definitions import guide
from lxml import etree

import guidepub
from guidepub import Catalog, Imprint
from guidepub.checks import check

SITE = {"url": "https://guides.example/books/"}
ORIGINAL = "https://guides.example/books/baker/baker.html"
TRANSLATION = "https://guides.example/books/panadero/panadero.html"


def spanish(**fields):
    stated = {"slug": "panadero", "language": "es-US", "translation_of": "baker"}
    return guide("El panadero hornea.", **(stated | fields))


def book(made, imprint=None, **settings):
    catalog = Catalog.of(made, **({"web": SITE} | settings))
    return guidepub.assemble(catalog[made.slug], catalog, imprint)


def head(made):
    return etree.HTML(guidepub.render(made, "web")).find("head")


def links(made):
    return [(each.get("rel"), each.get("hreflang"), each.get("href"))
            for each in head(made).iter("link")]  # fmt: skip


@pytest.fixture(scope="module")
def translated():
    return book(spanish())


def test_a_translation_links_to_its_original_and_to_itself(translated):
    assert links(translated) == [
        ("canonical", None, TRANSLATION),
        ("alternate", "en-US", ORIGINAL),
        ("alternate", "es-US", TRANSLATION),
    ]


def test_search_engines_can_read_which_work_it_translates(translated):
    reported = json.loads(head(translated).findtext("script"))
    assert reported["url"] == TRANSLATION
    assert reported["translationOfWork"] == {
        "@type": "Book", "@id": ORIGINAL, "url": ORIGINAL, "inLanguage": "en-US",
    }  # fmt: skip


def test_check_has_nothing_against_it(translated, tmp_path):
    (tmp_path / "panadero.html").write_bytes(guidepub.render(translated, "web"))
    assert check(tmp_path / "panadero.html") == []


def test_an_epub_names_the_original(translated):
    with zipfile.ZipFile(io.BytesIO(guidepub.render(translated, "epub"))) as archive:
        package = archive.read("EPUB/content.opf").decode()
    assert f'<meta property="schema:translationOfWork">{ORIGINAL}</meta>' in package


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr", {"fr", "es-US"}), (None, {"es-US"})],
)
def test_the_language_of_the_original_is_the_stated_or_the_catalogues(language, expected):
    made = spanish(translation_of={"guide": "baker", "language": language})
    usual = {"language": "es"}
    assert book(made, defaults=usual).addresses.keys() == expected


def test_an_original_says_where_it_is_and_no_more():
    assert links(book(guide("Bread."))) == [("canonical", None, ORIGINAL)]


def test_another_imprints_books_are_elsewhere():
    school = Imprint(id="school", name="School")
    assert book(spanish(), "school", imprints=[school]).addresses == {}


def test_without_a_website_there_are_no_links():
    assert links(book(spanish(), web={})) == []
