"""Decks, quotations, margin notes and credits: where they stand, and that files print them."""

from __future__ import annotations

import pytest
from definitions import guide, leaf
from finished import words_of, xhtml

from guidepub import Book, Catalog, Fact, render
from guidepub.assembly import assemble
from guidepub.markdown import parse
from guidepub.words.typography import Typography

BODY = """\
:::{deck} Shifts of *twelve* hours pay {fact}`pay`.
:::

Words of the text.

:::{quote} Ana Ruiz, nurse
If it is not written down, it did not happen.
:::

:::{quote}
Nobody said this.
:::

:::{margin} ambulatory
Care without a night.
:::

:::{deck} Further down
:::
"""
FACTS = {
    "pay": Fact(value=93600, unit="USD/year", as_of=2024),
    "median_wage": Fact(value=90000, unit="USD/year", as_of=2024),
    "projected_growth": Fact(value=5, unit="percent", period=(2024, 2034)),
}


@pytest.fixture(scope="module")
def book() -> Book:
    own = guide(BODY, facts=FACTS)
    return assemble(own, Catalog.of(own))


@pytest.fixture(scope="module")
def section(book):
    return xhtml(leaf(book, "section-part-1"))


def test_a_deck_that_begins_a_section_stands_in_its_opening(section):
    (deck,) = section.findall("header/p[@class='deck']")
    assert words_of(deck) == "Shifts of twelve hours pay $93,600."
    assert [words_of(each) for each in section.findall("p[@class='deck']")] == ["Further down"]


def test_the_manuscript_has_the_deck_before_the_panel(book):
    (text,) = [each.text for each in book.leaves if each.id == "section-part-1"]
    assert [passage.text for passage in text.passages][:3] == [
        "Part 1",
        "Shifts of twelve hours pay $93,600.",
        "At a Glance",
    ]


def test_the_speaker_stands_below_the_quotation(section):
    first, second = section.findall(".//div[@class='pull-quote']")
    assert words_of(first).endswith("happen. Ana Ruiz, nurse")
    assert [child.tag for child in second] == ["blockquote"]


def test_a_margin_note_is_a_note_beside_the_text(section):
    (note,) = section.findall(".//aside[@class='margin-note']")
    assert words_of(note) == "ambulatory Care without a night."


@pytest.mark.parametrize("edition", ["screen", "epub", "web"])
def test_finished_files_print_all_of_it(book, edition):
    # Each is compared with the manuscript before it is returned.
    assert render(book, edition)


def test_a_section_without_a_deck_is_as_it_was():
    own = guide("Words.", facts=FACTS)
    book = assemble(own, Catalog.of(own))
    (text,) = [each.text for each in book.leaves if each.id == "section-part-1"]
    assert [passage.text for passage in text.passages][:2] == ["Part 1", "At a Glance"]


HEADED = """\
:::{deck} What it is about.
:::

## Nights {fact}`pay`

Words.

### Smaller

## Days[^1]

Words.

## Risks

[^1]: A note.
"""


@pytest.fixture(scope="module")
def illustrated() -> Book:
    own = guide(HEADED, facts=FACTS)
    catalog = Catalog.of(own)
    looks = catalog.defaults.model_copy(update={"theme": "illustrated"})
    return assemble(own, catalog.model_copy(update={"defaults": looks}))


def test_an_opening_lists_its_headings_where_the_theme_asks_for_so_many(illustrated):
    section = xhtml(leaf(illustrated, "section-part-1"))
    (listed,) = section.findall("header/p[@class='in-this-section']")
    assert words_of(listed) == "In this section Nights $93,600 · Days · Risks"
    ids = {heading.get("id") for heading in section.iter("h2")}
    assert {link.get("href")[1:] for link in listed.findall("a")} == ids


def test_the_manuscript_has_the_headings_behind_the_deck(illustrated):
    (text,) = [each.text for each in illustrated.leaves if each.id == "section-part-1"]
    assert [passage.text for passage in text.passages][:7] == [
        "Part 1", "What it is about.", "In this section", "Nights $93,600", "Days", "Risks",
        "At a Glance",
    ]  # fmt: skip


@pytest.mark.parametrize("edition", ["screen", "epub"])
def test_finished_files_print_the_list_of_headings(illustrated, edition):
    assert render(illustrated, edition)


def test_a_section_of_fewer_headings_has_no_list(section):
    assert section.findall(".//p[@class='in-this-section']") == []


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (":::{deck}\nWords.\n:::", "The directive “deck” needs a title."),
        (":::{quote} Ana\n:::", "The directive “quote” needs a text."),
        (":::{margin} Note\n:::", "The directive “margin” needs a text."),
    ],
)
def test_what_lacks_its_words_is_reported(written, message):
    plain = Typography(quotes=('"', '"', "'", "'"))
    assert message in [finding.message for finding in parse(written, plain).findings]
