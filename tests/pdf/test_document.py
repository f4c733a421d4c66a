"""What becomes of a leaf's text for paper: no word, space or number of it is lost."""

from __future__ import annotations

import pytest
from definitions import guide
from finished import Pdf
from lxml import etree

import guidepub
from guidepub import Catalog
from guidepub.assembly import assemble
from guidepub.pdf.leaves.document import book_html


def paper(body: str, **fields):
    """Return a section with some text as it is laid out."""
    made = guide(body, **fields)
    document = etree.fromstring(book_html(assemble(made, Catalog.of(made))))
    return document.xpath("//section[@class and .//h1[contains(., 'Part 1')]]")[0]


def text_of(element: etree._Element) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("What the *RN* license covers", "What the RN license covers"),
        ("The `G-code` test", "The G-code test"),
        ("*All* of it", "All of it"),
        ("Read [the rules](https://example.org) first", "Read the rules first"),
        ("A plain heading of six words", "A plain heading of six words"),
        (
            "Half earn over $51,000\N{NO-BREAK SPACE}a year now",
            "Half earn over $51,000\xa0a year now",
        ),
        ("Two words", "Two words"),
        ("One", "One"),
    ],
)
def test_a_heading_keeps_its_words_and_their_spaces(heading, words):
    (found,) = paper(f"Text.\n\n## {heading}\n\nText.").iter("h2")
    assert text_of(found) == words


def test_a_headings_last_words_stay_together_behind_a_mark():
    (found,) = paper("Text.\n\n## What each *RN* of a state may do\n").iter("h2")
    assert [span.text for span in found.iter("span") if span.get("class")] == ["may do"]


def test_two_long_last_words_of_a_heading_may_be_parted():
    # Held together they are wider than a title page on small paper.
    (found,) = paper("Text.\n\n## Of Lawn Service, and Groundskeeping Workers\n").iter("h2")
    assert not [span for span in found.iter("span") if span.get("class") == "last-words"]


def test_a_paragraph_keeps_the_space_before_its_note():
    (found,) = paper("Bakers begin at four [^n].\n\n[^n]: Sharp.\n\nEnd.").xpath("./p[1]")
    assert text_of(found).startswith("Bakers begin at four ")


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("1. ant\n2. bee\n\nText\n\n3. cat\n4. dog", [1, 2, 3, 4]),
        ("0. ant\n1. bee", [0, 1]),
        ("10) ant\n11) bee", [10, 11]),
        ("2. ant\n   7. bee\n   8. cat\n3. dog", [2, 7, 8, 3]),
        ("999999998. ant\n999999999. bee", [999999998, 999999999]),
    ],
)
def test_a_list_has_its_own_numbers_on_paper(body, numbers):
    made = guide(f"{body}\n")
    pages = Pdf(guidepub.render(assemble(made, Catalog.of(made)), "screen"))
    (page,) = pages.pages_with("ant")
    for number, item in zip(numbers, ("ant", "bee", "cat", "dog"), strict=False):
        heights = [pages.height_of(page, words) for words in (f"{number}.", item)]
        assert heights[0] == pytest.approx(heights[1], abs=0.006), number


@pytest.mark.parametrize("theme", ["classic", "school-large"])
def test_a_long_number_stands_in_the_measure(theme):
    made = guide("Text.\n\n999999999. nine\n")
    book = assemble(made, Catalog.of(made, defaults={"theme": theme, "trim": "digest"}))
    pages = Pdf(guidepub.render(book, "screen"))
    (page,) = pages.pages_with("999999999.")
    text = pages.document[page].get_textpage()
    number, word = (text.search(words).get_next()[0] for words in ("999999999", "Text."))
    assert text.get_charbox(number)[0] >= text.get_charbox(word)[0] - 1
