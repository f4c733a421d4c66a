"""The pages of a volume: numbers that go on, heads that name the guide, entries that read alike."""

from __future__ import annotations

import pytest
from definitions import DAY, guide
from finished import Pdf

import guidepub
from guidepub import Catalog, Guide
from guidepub.pdf.leaves.running import verso_titles

# Letters stand above so many entries; those that are Roman figures look like numbers of pages.
ENTRIES = [f"{letter}{n}" for letter in "abdefghk" for n in "xyz"]
ENTRIES += ["care plans", "immigration law", "law", "vital signs", "Veterans Affairs", "X-rays"]


@pytest.fixture(scope="module")
def pages():
    """Return a volume of three guides whose sections have the same titles, and its PDF."""
    text = "\n\n".join(["Bread for everybody who is hungry. " * 20] * 9) + " {index}`Fish`"
    text += "".join(f" {{index}}`single: {words}`" for words in ENTRIES)
    names = ("Baker", "Fisher", "Sailor")
    guides = [guide(text, text, title=name) for name in names]
    slugs = [name.lower() for name in names]
    volume = Guide(title="Trades", published=DAY, guides=slugs, sections=[])
    book = guidepub.assemble(volume, Catalog.of(*guides))
    # It is read back and compared with its contents and its index before it is returned.
    return book, Pdf(guidepub.render(book, "screen"))


def test_left_pages_name_the_guide_and_those_behind_it_the_volume(pages):
    book, pdf = pages
    assert list(dict.fromkeys(verso_titles(book).values())) == [
        "Trades", "Baker", "Fisher", "Sailor",
    ]  # fmt: skip
    heads = [pdf.head(page).casefold() for page in range(len(pdf))]
    for name in ("baker", "fisher", "sailor"):
        assert any(name in head for head in heads), heads


def test_pages_are_counted_through_the_volume(pages):
    _, pdf = pages
    numbers = [int(label) for page in range(len(pdf)) if (label := pdf.label(page)).isdecimal()]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 1
