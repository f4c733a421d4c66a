"""The page numbers of an index: those of the laid-out pages, once each, and joined."""

from __future__ import annotations

import re

import pytest
from definitions import guide
from finished import Pdf, folded
from lxml import etree

import guidepub
from guidepub.findings import RenderError
from guidepub.model import Book, Catalog
from guidepub.pdf.leaves import indexed
from guidepub.pdf.leaves.indexed import number_places

FILLER = "The shop opens early, and workers set their tools out before a shift begins. " * 5
MARKED = [f"wort{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]


def numbered(*places: str | tuple[str, str], pages: dict[str, int]) -> str:
    """Return what an index prints of places, ranges being pairs."""
    leaf = etree.Element("section")
    group = etree.SubElement(leaf, "span", {"class": "locators"})
    for place in places:
        first, last = place if isinstance(place, tuple) else (place, "")
        attributes = {"class": "locator", "href": f"x.xhtml#{first}"}
        if last:
            attributes["data-until"] = f"x.xhtml#{last}"
        etree.SubElement(group, "a", attributes).text = "9"
    number_places(leaf, pages.__getitem__)
    assert all(link.text for link in group)
    return "".join(map(str, group.itertext()))


def test_a_page_stands_once():
    assert numbered("a", "b", "c", pages={"a": 3, "b": 3, "c": 7}) == "3, 7"


def test_three_pages_in_a_row_are_joined_and_two_are_not():
    pages = {"a": 3, "b": 4, "c": 5, "d": 8, "e": 9}
    assert numbered(*"abcde", pages=pages) == "3–5, 8, 9"


def test_a_range_is_joined_and_takes_in_what_stands_in_it():
    pages = {"a": 3, "b": 6, "c": 4, "d": 7, "e": 12, "f": 12}
    assert numbered(("a", "b"), "c", "d", ("e", "f"), pages=pages) == "3–7, 12"
    assert numbered(("a", "c"), pages=pages) == "3–4"


def test_places_come_in_the_order_of_the_pages():
    assert numbered("a", "b", pages={"a": 9, "b": 2}) == "2, 9"


@pytest.fixture(scope="module")
def book() -> Book:
    """Return a book with a marked word a page or so: in prose, notes, boxes and tables."""
    first, second = MARKED[:13], MARKED[13:]
    body = "\n\n".join(f"{FILLER} {{index}}`{word}`. {FILLER}" for word in first)
    # The same words stand below many entries, of all letters.
    body += "".join(
        f" {{index}}`single: {letter}{letter}o; clamp` {{index}}`clamp` {{index}}`{letter}`"
        for letter in "abcdefghijklmnopqrstuvxyz"
    )
    rest = "\n\n".join(f"{FILLER} {{index}}`{word}` {FILLER}{{index}}`{word}`" for word in second)
    extra = (
        f"\n\n{{index}}`start: span`{FILLER}[^n]\n\n[^n]: {FILLER} {{index}}`wortnote`\n\n"
        ":::{table} {index}`worttitle`\n| A |\n|---|\n| {index}`wortcell` |\n:::\n\n"
        f":::{{tip}} Box\n{{index}}`wortbox`\n:::\n\n{FILLER}{{index}}`single: silent`\n\n"
    )
    ending = f"\n\n{FILLER}{{index}}`end: span`\n\n{{index}}`see: other; span`"
    own = guide(body + extra, rest + ending)
    catalog = Catalog.of(own)
    return guidepub.assemble(catalog["baker"], catalog)


@pytest.fixture(scope="module")
def pdf(book: Book) -> Pdf:
    return Pdf(guidepub.render(book, "screen"))


def test_the_numbers_are_those_of_the_pages_that_bear_the_words(pdf):
    pages = {pdf.label(n): folded(pdf.whole(n)) for n in range(len(pdf))}
    begin = next(n for n in reversed(range(len(pdf))) if pdf.whole(n).startswith("Index"))
    index = " ".join(pages.pop(pdf.label(n)) for n in range(begin, len(pdf)))
    words = [*MARKED, "wortnote", "worttitle", "wortcell", "wortbox"]
    for word in words:
        (printed,) = re.findall(rf"(?:\b|W){word}, (\d+(?:, \d+)*)", index)
        own = [label for label, text in pages.items() if re.search(rf"\b{word}\b", text)]
        assert printed.split(", ") == own, word
    assert re.search(r"\bspan, \d+[-–]\d+", index)
    assert "other, see span" in index


def test_each_edition_proves_its_index(book):
    for edition in ("print", "epub", "web"):
        assert guidepub.render(book, edition)


def test_a_wrong_page_number_stops_the_book(book, monkeypatch):
    labelled = indexed._with_label
    monkeypatch.setattr(indexed, "_with_label", lambda link, page: labelled(link, page + 1))
    with pytest.raises(RenderError) as error:
        guidepub.render(book, "screen")
    assert {finding.code for finding in error.value.findings} == {"T005"}
    assert "the index gives another page for “" in str(error.value)
