"""Printings of an edition: numbers, days, and the line from which a plate loses one."""

from __future__ import annotations

import pytest
from definitions import guide

import guidepub
from guidepub.findings import InputError
from guidepub.model import Catalog, Person
from guidepub.model.formats.printing import Printing


def test_a_number_alone_is_a_printing():
    made = guide("Text.", printing=2)
    assert made.printing == Printing(number=2)
    assert made.printing.line == "2 3 4 5 6 7 8 9 10 11"
    assert guide("Text.").printing is None


@pytest.mark.parametrize("printing", [0, -1, 1000, True, "2nd", {"number": 1, "corrected": ""}])
def test_what_is_no_printing_is_refused(printing):
    with pytest.raises(InputError):
        guide("Text.", printing=printing)


def test_nothing_is_printed_before_it_is_published():
    with pytest.raises(InputError, match="before the edition was published"):
        guide("Text.", published="2026-11-24", printing={"number": 1, "date": "2026-11-23"})


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en-US", ["Printing 2, February 1, 2027", "With corrections: the pay"]),
        ("de", ["2. Druck, 1. Februar 2027", "Mit Berichtigungen: the pay"]),
        ("fr", ["Tirage 2, 1", "Avec corrections"]),
        ("pl", ["Druk 2, 1 lutego 2027", "Z poprawkami: the pay"]),
    ],
)
def test_the_imprint_page_says_it_in_the_language_of_the_book(language, lines):
    printing = {"number": 2, "date": "2027-02-01", "corrected": "the pay"}
    catalog = Catalog.of(guide("Text.", slug="a", language=language, printing=printing))
    book = guidepub.assemble(catalog["a"], catalog)
    (leaf,) = (leaf for leaf in book.leaves if leaf.kind == "imprint-page")
    for line in (*lines, "<br />2 3 4 5 6 7 8 9 10 11</p>"):
        assert line in leaf.xhtml


@pytest.mark.parametrize(
    "given", ["0000-0002-1825-0097", "0000000218250097", "https://orcid.org/0000-0002-1825-0097"]
)
def test_an_orcid_is_kept_with_its_hyphens(given):
    assert Person(name="Ann", orcid=given).orcid == "0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("0000-0002-1825-0096", "its check digit is wrong"),
        ("0000-0002-1825-009", "it does not have 16 digits"),
        ("0000-0002-1825-00X7", "it is not written as one"),
    ],
)
def test_an_orcid_that_is_none_is_reported(given, reason):
    with pytest.raises(InputError, match=reason):
        Person(name="Ann", orcid=given)


def test_an_orcid_may_end_in_x():
    assert Person(name="Ann", orcid="0000-0001-5000-0007")
    assert Person(name="Ann", orcid="0000-0002-1694-233X").orcid.endswith("X")
