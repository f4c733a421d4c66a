"""Charts of growth in a book: of facts and of rows, compared with all occupations."""

from __future__ import annotations

import pytest
from definitions import definition, guide, leaf, write
from finished import words_of, xhtml

from guidepub import Book, Catalog, Fact, InputError, Occupation, Source, load, render
from guidepub.assembly import assemble

SOURCES = {"ooh": Source(title="OOH", publisher="BLS")}
FACTS = {
    "projected_growth": Fact(value=5, unit="percent", period=[2024, 2034], source="ooh"),
    "cooks": Fact(value=-2.5, unit="percent", label="Cooks", source="ooh"),
    "all_growth": Fact(value=3, unit="percent", source="ooh"),
    "jobs": Fact(value=3, unit="jobs"),
}
BODY = ":::{growth} Jobs\n:facts: projected_growth, cooks\n:::"


def book(body=BODY, **fields) -> Book:
    made = guide(body, facts=FACTS, sources=SOURCES, at_a_glance=[], **fields)
    return assemble(made, Catalog.of(made))


def figure(made: Book, section="section-part-1"):
    return xhtml(leaf(made, section)).find(".//figure[@class='chart']")


@pytest.mark.parametrize(
    ("language", "description"),
    [
        ("en-US", "Chart of growth: Jobs. Bakers: 5%, Cooks: −2.5%, and All occupations: 3%."),
        ("de", "Diagramm des Zuwachses: Jobs. Bakers: 5 %, Cooks: −2,5 % und Alle Berufe: 3 %."),
        ("es", "Gráfico de crecimiento: Jobs. Bakers: 5 %, Cooks: −2,5 % y Todas las ocupaciones: 3 %."),
        ("fr", "Diagramme de croissance : Jobs. Bakers : 5 %, Cooks : −2,5 % et Toutes professions : 3 %."),
    ],
)  # fmt: skip
def test_a_chart_of_growth_says_all_its_figures_in_the_guide_s_language(language, description):
    made = book(language=language, occupation=Occupation(soc="51-3011", title="Bakers"))
    reported = words_of(figure(made).find(".//{*}desc"))
    assert " ".join(reported.replace("\u202f", " ").split()) == description


def test_the_guide_s_own_growth_bears_the_occupation_s_name_in_the_guide_s_language():
    foreign = Occupation(soc="51-3011", title="Bakers", language="en")
    assert "Bakers" not in words_of(figure(book(language="de", occupation=foreign)))
    assert "Baker 5%" in words_of(figure(book()))


def test_the_sources_of_all_figures_are_cited_once():
    line = words_of(figure(book()).find(".//p[@class='evidence']"))
    assert line == "Source: BLS, OOH, 2024–2034 [1]."


def test_without_a_figure_of_all_occupations_nothing_is_held_against_it():
    made = book(":::{growth} Jobs\n:facts: cooks\n:all: cooks\n:::")
    assert words_of(figure(made).find(".//{*}desc")) == "Chart of growth: Jobs. Cooks: −2.5%."


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (":all: all_growth", "The drawing needs facts, a table’s rows, or both."),
        (":table: t", "A chart of a table lacks :label:, :value:."),
        (":facts: jobs", "A chart can only draw figures with the same unit, not jobs, percent."),
        (":facts: jobs\n:all: jobs", "The drawing needs percentages, not jobs."),
    ],
)
def test_what_is_no_growth_is_reported(options, message):
    with pytest.raises(InputError) as caught:
        book(f":::{{growth}} Jobs\n{options}\n:::")
    assert message in [found.message for found in caught.value.findings]


def test_rows_of_a_table_stand_beside_facts_in_every_finished_file(tmp_path):
    body = ":::{growth} Jobs\n:facts: projected_growth\n:table: near\n:label: who\n:value: pct\n:::"
    head = "facts:\n  projected_growth: {value: 5, unit: percent}"
    files = {
        "catalog.toml": '[data]\nnear = "near.csv"\n',
        "near.csv": "who,pct\nCooks,-2.5\nWaiters,12\n",
        "baker.md": definition(body, head),
    }
    catalog = load(write(tmp_path, files))
    made = assemble(catalog["baker"], catalog)
    assert words_of(figure(made, "section-overview").find(".//{*}desc")) == (
        "Chart of growth: Jobs. Baker: 5%, Cooks: −2.5%, and Waiters: 12%."
    )
    # Each is compared with the guide's own words before it is returned.
    for edition in ("screen", "epub", "web"):
        assert render(made, edition)
