"""Workplaces in a book: shares of facts and of rows, what they leave, and what stops them."""

from __future__ import annotations

import pytest
from definitions import definition, guide, leaf, write
from finished import words_of, xhtml

from guidepub import Book, Catalog, Fact, InputError, Source, load, render
from guidepub.assembly import assemble

SOURCES = {"ooh": Source(title="OOH", publisher="BLS")}
SHARES = {"shops": "Shops", "homes": "Homes", "hotels": "Hotels"}


def book(*values, language="en-US", **fields) -> Book:
    facts = {
        key: Fact(value=value, unit="percent", as_of=2024, source="ooh", label=name)
        for (key, name), value in zip(SHARES.items(), values, strict=False)
    }
    body = f":::{{workplaces}} Where\n:facts: {', '.join(facts)}\n:::"
    made = guide(body, facts=facts, sources=SOURCES, at_a_glance=[], language=language, **fields)
    return assemble(made, Catalog.of(made))


def figure(made: Book, section="section-part-1"):
    return xhtml(leaf(made, section)).find(".//figure[@class='chart']")


@pytest.mark.parametrize(
    ("language", "description"),
    [
        ("en-US", "A hundred squares: Where. Shops: 60.5%, Homes: 19%, and Elsewhere: 20.5%."),
        ("de", "Hundert Quadrate: Where. Shops: 60,5 %, Homes: 19 % und Anderswo: 20,5 %."),
        ("es", "Cien cuadros: Where. Shops: 60,5 %, Homes: 19 % y En otros lugares: 20,5 %."),
        ("fr", "Cent carrés : Where. Shops : 60,5 %, Homes : 19 % et Ailleurs : 20,5 %."),
    ],
)
def test_squares_say_all_shares_and_what_is_left_in_the_guide_s_language(language, description):
    shown = figure(book("60.5", 19, language=language))
    reported = words_of(shown.find(".//{*}desc"))
    assert " ".join(reported.replace("\u202f", " ").split()) == description
    assert words_of(shown.find(".//p[@class='evidence']")).endswith("BLS, OOH, 2024 [1].")


def test_shares_that_make_the_whole_leave_nothing():
    assert "Elsewhere" not in words_of(figure(book(60, 21, 20)))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ((90, 21), "The shares add up to 111%, more than the whole."),
        ((90, -1), "A share is below zero or not published."),
        ((0, 0), "The drawing has no shares."),
    ],
)
def test_shares_of_no_whole_are_reported(values, message):
    with pytest.raises(InputError) as caught:
        book(*values)
    assert [(found.code, found.message) for found in caught.value.findings] == [("D033", message)]


def near(folder, rows: int) -> Catalog:
    files = {
        "catalog.toml": '[data]\nplaces = "places.csv"\n',
        "places.csv": "who,pct\n" + "".join(f"Place {n},{n}.5\n" for n in range(1, rows + 1)),
        "baker.md": definition(
            ":::{workplaces} Where\n:table: places\n:label: who\n:value: pct\n:::"
        ),
    }
    return load(write(folder, files))


def test_more_shares_than_can_be_distinguished_are_reported(tmp_path):
    catalog = near(tmp_path, 7)
    with pytest.raises(InputError, match="7 shares; at most 6 can be told apart"):
        assemble(catalog["baker"], catalog)


def test_rows_of_a_table_are_squares_in_every_finished_file(tmp_path):
    catalog = near(tmp_path, 6)
    made = assemble(catalog["baker"], catalog)
    assert "Place 6 6.5% Elsewhere 76.0%" in words_of(figure(made, "section-overview"))
    # Each is compared with the guide's own words before it is returned.
    for edition in ("screen", "epub", "web"):
        assert render(made, edition)
