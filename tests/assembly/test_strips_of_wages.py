"""Strips of wages in a book: their facts, their scale, what they say, and what stops them."""

from __future__ import annotations

import pytest
from definitions import definition, guide, leaf, write
from finished import words_of, xhtml

from guidepub import Book, Catalog, Fact, InputError, Source, load, render
from guidepub.assembly import assemble

STRIP = ":::{wages} What bakers earn\n:::"
SOURCES = {"oews": Source(title="OEWS", publisher="BLS")}
VALUES = {"wage_p10": 27000, "wage_p25": 30000, "median_wage": 36650, "wage_p90": 50170}
FACTS = {
    key: Fact(value=value, unit="USD/year", as_of=2024, source="oews")
    for key, value in (VALUES | {"all_median_wage": 49500}).items()
}


def book(body=STRIP, facts=FACTS, defaults=None, **fields) -> Book:
    made = guide(body, facts=facts, sources=SOURCES, at_a_glance=[], **fields)
    return assemble(made, Catalog.of(made, defaults=defaults or {}))


def figure(made: Book):
    return xhtml(leaf(made, "section-part-1")).find(".//figure[@class='chart']")


def description(made: Book) -> str:
    return words_of(figure(made).find(".//{*}desc"))


def test_a_strip_takes_the_well_known_facts_and_cites_their_source():
    shown = figure(book())
    assert words_of(shown.find("figcaption")) == "What bakers earn"
    assert words_of(shown.find(".//p[@class='evidence']")) == "Source: BLS, OEWS, 2024 [1]."
    text = words_of(shown)
    assert "Lowest tenth earn under $27,000" in text
    assert "Highest quarter" not in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en-US",
            "Wages on a scale from $0 to $60,000: What bakers earn. Lowest tenth earn under: $27,000",
        ),
        (
            "de",
            "Gehälter auf einer Skala von 0 $ bis 60.000 $: What bakers earn. Das unterste Zehntel",
        ),
        ("es-US", "Salarios en una escala de $0 a $60,000: What bakers earn. La décima parte"),
        ("fr", "Salaires sur une échelle de 0 $US à 60 000 $US : What bakers earn. Les 10 %"),
    ],
)
def test_a_strip_says_its_scale_and_all_its_figures_in_the_guide_s_language(language, words):
    assert " ".join(description(book(language=language)).split()).startswith(words)


def test_an_author_may_say_what_a_strip_shows_and_which_facts_it_draws():
    facts = FACTS | {"here": Fact(value=40000, unit="USD/year", label="Median pay in Ohio")}
    made = book(":::{wages} Pay\n:median: here\n:alt: Ohio pays more.\n:::", facts)
    assert description(made) == "Ohio pays more."
    assert "Median pay in Ohio $40,000" in words_of(figure(made))
    assert "$36,650" not in words_of(figure(made))


def test_a_catalogue_can_set_one_scale_for_yearly_wages():
    assert "from $0 to $160,000:" in description(book(defaults={"wage_scale": 160000}))
    hourly = {key: fact.model_copy(update={"unit": "USD/hour"}) for key, fact in FACTS.items()}
    assert "from $0 to $60,000:" in description(book(facts=hourly, defaults={"wage_scale": 160000}))


@pytest.mark.parametrize(
    ("changed", "body", "message"),
    [
        ({}, ":::{wages} Pay\n:p90: wage_p91\n:::", "D030 The fact “wage_p91” is not defined."),
        ({}, ":::{wages} Pay\n:p90: few\n:::", "D033 A strip of wages can only draw numbers."),
        ({"median_wage": 26000}, STRIP, "D033 The wage “wage_p25” is above “median_wage”."),
        ({"wage_p10": -1}, STRIP, "D033 The wage “wage_p10” is below zero."),
        (
            dict.fromkeys(["wage_p10", "wage_p25", "wage_p90"]),
            STRIP,
            "D033 A strip of wages has 1 of the percentiles, but needs 2.",
        ),
        (
            {},
            ":::{wages} Pay\n:all: hours\n:::",
            "D033 A strip of wages can only draw figures with the same unit, not USD/hour, USD/year.",
        ),
    ],
)
def test_facts_that_make_no_strip_are_reported_with_the_line(tmp_path, changed, body, message):
    values = {key: value for key, value in (VALUES | changed).items() if value is not None}
    facts = "".join(f"  {k}: {{value: {v}, unit: USD/year}}\n" for k, v in values.items())
    facts += "  few: {value: a lot}\n  hours: {value: 9, unit: USD/hour}"
    write(tmp_path, {"baker.md": definition(body, f"facts:\n{facts}")})
    with pytest.raises(InputError) as caught:
        load(tmp_path / "baker.md")
    (found,) = caught.value.findings
    assert f"{found.code} {found.message}" == message
    lines = (tmp_path / "baker.md").read_text().splitlines()
    assert lines[found.place.line - 1].startswith((":::{wages}", ":p90: wage_p91"))


def test_a_strip_without_facts_is_reported_for_a_guide_made_in_python():
    with pytest.raises(InputError, match="needs 2"):
        book(facts={})


TABLE = """code,A_PCT10,A_MEDIAN,A_PCT75,A_PCT90
29-1022,87900,#,#,*
"""
CATALOG = """[data.wages]
file = "wages.csv"
key = "code"
suppressed = ["*"]
[data.wages.columns]
"A_*" = {top = {"#" = 239200}}
[facts]
wage_p10 = {from = "wages", column = "A_PCT10", unit = "USD/year"}
median_wage = {from = "wages", column = "A_MEDIAN", unit = "USD/year"}
wage_p75 = {from = "wages", column = "A_PCT75", unit = "USD/year"}
wage_p90 = {from = "wages", column = "A_PCT90", unit = "USD/year"}
"""


def test_codes_of_a_table_are_words_in_a_strip_and_in_every_finished_file(tmp_path):
    head = 'occupation: {soc: "29-1022"}'
    files = {"catalog.toml": CATALOG, "wages.csv": TABLE, "surgeon.md": definition(STRIP, head)}
    catalog = load(write(tmp_path, files))
    assert not catalog.findings
    made = assemble(catalog["surgeon"], catalog)
    text = words_of(xhtml(leaf(made, "section-overview")).find(".//figure[@class='chart']"))
    assert "Median pay a year $239,200 or more" in text
    assert "Highest tenth earn over not published" in text
    # Each is compared with the guide's own words before it is returned.
    for edition in ("screen", "epub", "web"):
        assert render(made, edition)
