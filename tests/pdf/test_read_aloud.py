"""The PDF for reading, read aloud: each text of the book whole, once, in order."""

from __future__ import annotations

import io
import itertools

import pikepdf
import pytest
from aloud import faults, spoken
from definitions import guide

import guidepub
from guidepub import Book, Catalog
from guidepub.assembly import assemble
from guidepub.model import PRESETS
from tools.spoken import folded_text

SENTENCES = {
    "en": "Apprenticeship coordinator {} recommends well-established neighbourhood workshops, "
    "comprehensive *responsibilities* and a **straightforward** driveway away from traffic. ",
    "de": "Ausbildungsstelle {} empfiehlt gut ausgestattete Nachbarschaftswerkstätten, "
    "umfassende *Verantwortlichkeiten* und eine **Handwerksausbildung** ohne Umwege. ",
}


def body(language: str) -> str:
    """Return a section of which each kind of block runs over a page, with notes in all."""
    numbers = itertools.count(1)

    def words(count: int) -> str:
        return "".join(SENTENCES[language].format(next(numbers)) for _ in range(count))

    rows = "".join(f"| Row {n} | {words(n % 3 * 9 + 1)}|\n" for n in range(5))
    items = "".join(f"{n}. {words(3)}\n\n   {words(1)}\n" for n in range(1, 5))
    return (
        f"{words(9)}[^a] {words(5)}\n\n## A heading[^h] of some words\n\n"
        f"| Head | *Meaning* |\n|---|---|\n{rows}\n{items}\n- {words(1)}\n  - {words(9)}\n\n"
        f"> {words(9)}\n\nTerm[^t]\n: {words(9)}\n\n:::{{note}} A box\n{words(9)}\n:::\n\n"
        f"[^a]: {words(3)}\n[^h]: A note of a heading.\n[^t]: {words(1)}\n"
    )


def book_of(theme: str, trim: str, language: str) -> Book:
    made = guide(body(language), language=language)
    catalog = Catalog.of(made)
    defaults = catalog.defaults.model_copy(update={"theme": theme, "trim": PRESETS[trim]})
    return assemble(made, catalog.model_copy(update={"defaults": defaults}))


@pytest.mark.parametrize(
    ("theme", "trim", "language"),
    [("classic", "digest", "de"), ("school", "a5", "en")],
)
def test_all_texts_are_read_aloud_whole_once_and_in_order(theme, trim, language):
    book = book_of(theme, trim, language)
    data = guidepub.render(book, "screen")
    assert faults(book, data) == []
    # The test would be none if no page ended within them.
    over = {each.kind for each in spoken(data) if len(each.pages) > 1}
    assert {"P", "TD", "LBody"} <= over
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/Origin" in item
        ]


def test_what_only_marks_the_ends_of_lines_is_not_read_aloud():
    assert folded_text("2024–\N{WORD JOINER}2034, well\N{SOFT HYPHEN}being  here") == (
        "2024–2034, wellbeing here"
    )
