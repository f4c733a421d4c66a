import re
from decimal import Decimal

import pytest
from definitions import definition, guide, leaf, write

from guidepub import assemble, lint, load
from guidepub.findings import InputError
from guidepub.model import Catalog, Fact, Occupation

WAGES = """code,title,group,A_MEDIAN,A_PCT90,H_MEDIAN,HOURLY,jobs,level
13-1020,Buyers,detailed,"75,650",#,36.37,,487,Bachelor's degree
27-2011,Actors,detailed,*,*,23.33,TRUE,57,"Some college, no degree"
29-1021,Dentists,detailed,*,*,*,,,Doctoral or professional degree
29-1022,Surgeons,detailed,#,#,#,,5.3,Doctoral or professional degree
51-0000,Makers,major,1,1,1,,1,none
51-0000,Makers,detailed,2,2,2,,1,none
"""
CATALOG = """[data.wages]
file = "wages.csv"
key = "code"
suppressed = ["*"]
hourly_only = "HOURLY"
[data.wages.columns]
"A_*" = {top = {"#" = 239200}}
jobs = {scale = 1000}
"""
MEDIAN = "{from: wages, key: {soc}, column: A_MEDIAN, unit: USD/year, as_of: 2024, source: oews}"


def loaded(folder, facts, soc="13-1020", body="Pay is {fact}`f`.", catalog=CATALOG, head=""):
    """Return a catalogue with a guide whose facts are of a table."""
    given = (
        f'occupation: {{soc: "{soc}"}}\n{head}\n'
        f"facts:\n{facts}\nsources:\n  oews: {{title: OEWS, publisher: BLS}}"
    )
    write(folder, {"catalog.toml": catalog, "wages.csv": WAGES, "g.md": definition(body, given)})
    return load(folder)


def fact(folder, facts, **settings):
    catalog = loaded(folder, f"  f: {facts}", **settings)
    assert not catalog.findings
    return catalog["g"].facts["f"]


def reported(folder, facts, **settings):
    return [
        str(each).removeprefix(f"{folder}/")
        for each in loaded(folder, f"  f: {facts}", **settings).findings
    ]


def printed(folder, facts, **settings):
    catalog = loaded(folder, f"  f: {facts}", **settings)
    assert not catalog.findings
    return plain(leaf(assemble(catalog["g"], catalog), "section-overview"))


def plain(xhtml):
    """Return a leaf's words, with spaces for those that do not break."""
    return re.sub("<[^>]+>", "", xhtml).replace("\N{NO-BREAK SPACE}", " ")


def test_a_fact_has_the_figure_of_its_cell(tmp_path):
    found = fact(tmp_path, MEDIAN)
    assert (found.value, found.unit, found.as_of) == (Decimal(75650), "USD/year", 2024)
    assert "Pay is $75,650" in printed(tmp_path, MEDIAN)


def test_a_fact_knows_its_cell(tmp_path):
    lineage = fact(tmp_path, MEDIAN).lineage
    assert (lineage.table.name, lineage.table.file, lineage.row) == ("wages", "wages.csv", 2)
    assert (lineage.column, lineage.text) == ("A_MEDIAN", "75,650")
    assert (lineage.key, lineage.rule) == ({"code": "13-1020"}, "")
    assert len(lineage.table.sha256) == 64


@pytest.mark.parametrize(
    ("soc", "column", "language", "words"),
    [
        ("13-1020", "A_PCT90", "en-US", "$239,200 or more"),
        ("13-1020", "A_PCT90", "es-US", "$239,200 o más"),
        ("29-1021", "A_MEDIAN", "en-US", "not published"),
        ("29-1021", "A_MEDIAN", "fr-FR", "non publié"),
        ("27-2011", "A_MEDIAN", "en-US", "no yearly figure, since pay is by the hour"),
    ],
)
def test_a_code_is_printed_as_words(tmp_path, soc, column, language, words):
    facts = f"{{from: wages, key: {{soc}}, column: {column}, unit: USD/year}}"
    found = printed(tmp_path, facts, soc=soc, head=f"language: {language}")
    assert f"Pay is {words}." in found


def test_another_column_is_taken_where_the_first_has_no_figure(tmp_path):
    other = "otherwise: {column: H_MEDIAN, unit: USD/hour, label: Median pay an hour}"
    facts = f"{{from: wages, column: A_MEDIAN, unit: USD/year, {other}}}"
    found = fact(tmp_path, facts, soc="27-2011")
    assert (found.value, found.unit, found.label) == (
        Decimal("23.33"), "USD/hour", "Median pay an hour",
    )  # fmt: skip
    assert found.lineage.rule == "instead of A_MEDIAN"
    assert fact(tmp_path, facts).unit == "USD/year"


def test_figures_in_thousands_are_printed_in_units(tmp_path):
    facts = "{from: wages, column: jobs, unit: jobs}"
    found = fact(tmp_path, facts, soc="29-1022")
    assert (found.value, found.lineage.rule) == (Decimal(5300), "times 1000")
    assert "Pay is 5,300." in printed(tmp_path, facts, soc="29-1022")


def test_a_level_of_education_is_read(tmp_path):
    given = "  entry_education: {from: wages, column: level}"
    assert loaded(tmp_path, given, body="Text.")["g"].facts["entry_education"].value == "bachelor"
    assert (
        loaded(tmp_path, given, soc="29-1022", body="Text.")["g"].facts["entry_education"].value
        == "professional"
    )


def test_a_code_without_a_row_is_reported_with_its_broad_group(tmp_path):
    (found,) = reported(tmp_path, MEDIAN, soc="13-1021")
    assert found == (
        "g.md:7:6 D060 The fact “f” has no figure: the table “wages” has no row for code = 13-1021. "
        "The broad group has one, code = 13-1020; to print its figure say of whom it is, as in "
        "broad: “of all {title}”."
    )
    (found,) = reported(tmp_path, MEDIAN, soc="13-1030")
    assert "no row for code = 13-1030. Add the row, or fix the key" in found


def test_the_broad_group_serves_where_print_says_so(tmp_path):
    facts = MEDIAN.replace("}, column", '}, broad: "for all {title}", column')
    found = printed(tmp_path, facts, soc="13-1021")
    assert "Pay is $75,650 (for all Buyers)" in found
    assert "(" not in printed(tmp_path, facts, soc="13-1020").partition("Pay is")[2][:14]
    lineage = fact(tmp_path, facts, soc="13-1021").lineage
    assert lineage.key == {"code": "13-1020"}
    assert lineage.rule == "broad group for code = 13-1021"


def test_two_rows_of_a_key_are_an_error(tmp_path):
    (found,) = reported(tmp_path, MEDIAN, soc="51-0000")
    assert found.startswith(
        "wages.csv:7 D061 The table “wages” has 2 rows for code = 51-0000: 6, 7."
    )
    chosen = MEDIAN.replace("unit", 'where: "group = detailed", unit')
    assert fact(tmp_path, chosen, soc="51-0000").value == 2


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ("{from: wage, column: A_MEDIAN}", "C001 The catalogue has no data table “wage”. Did you"),
        ("{from: wages, column: A_MEAN}", "C001 The table “wages” has no column “A_MEAN”. Did you"),
        ("{from: wages, key: {onet}, column: A_MEDIAN}", "D060 The fact “f” has no figure: The gu"),
        ("{from: wages, column: title, unit: jobs}", "C001 “Buyers” in the column “title” cannot"),
        ("{from: wages, column: A_MEDIAN, value: 3}", "D011 The fact has both a value and a table"),
        (
            "{column: A_MEDIAN, value: 3}",
            "D011 A fact from a table needs both a table and a column.",
        ),
        ("{unit: percent}", "D012 The key “value” is missing. Add it, or say which table has it"),
        ("{value: 3, of_whom: x}", "D010 The key “of_whom” is unknown."),
    ],
)
def test_what_is_wrong_with_a_fact_is_reported(tmp_path, facts, message):
    assert any(message in each for each in reported(tmp_path, facts))


def test_an_empty_cell_is_no_figure(tmp_path):
    (found,) = reported(tmp_path, "{from: wages, column: jobs, unit: jobs}", soc="29-1021")
    assert "the cell in the column “jobs” is empty" in found


SHARED = (
    CATALOG
    + """[facts]
f = {from = "wages", key = "{soc}", column = "A_MEDIAN", unit = "USD/year", source = "bls"}
jobs = {from = "wages", key = "{soc}", column = "jobs", unit = "jobs"}
[sources.bls]
title = "Wage Statistics"
publisher = "BLS"
[sources.other]
title = "Other"
publisher = "Others"
"""
)


def test_a_catalogue_gives_facts_and_sources_to_all_guides(tmp_path):
    found = loaded(tmp_path, "  own: {value: 1}", catalog=SHARED, body="Pay is {fact}`f`.")["g"]
    assert found.facts["f"].value == Decimal(75650)
    assert found.facts["jobs"].value == Decimal(487000)
    assert list(found.sources) == ["oews", "bls"]


@pytest.mark.parametrize(
    "body",
    [
        "Pay [@other].",
        "Pay [@oews; @other].",
        ":::{table} Pay\n:source: other\n\n| a |\n|---|\n| 1 |\n:::",
    ],
)
def test_a_guide_has_the_source_of_the_catalogue_that_it_cites(tmp_path, body):
    found = loaded(tmp_path, "  own: {value: 1}", catalog=SHARED, body=body)["g"]
    assert list(found.sources) == ["oews", "bls", "other"]


def test_a_title_cites_a_source_of_the_catalogue(tmp_path):
    body = "Text.\n\n# Pay [@other]\n\nText."
    catalog = loaded(tmp_path, "  own: {value: 1}", catalog=SHARED, body=body)
    assert not catalog.findings
    assert "other" in catalog["g"].sources


@pytest.mark.parametrize("body", ["Write to desk@other.example.", "By bus [@bls-rules]."])
def test_a_text_that_only_holds_its_key_does_not_cite_a_source(tmp_path, body):
    sources = SHARED.replace("[sources.bls]", "[sources.bls-rules]").replace('"bls"', '"oews"')
    shared = sources + '[sources.bls]\ntitle = "Wages"\npublisher = "BLS"\n'
    found = loaded(tmp_path, "  own: {value: 1}", catalog=shared, body=body)["g"]
    assert {"other", "bls"} & set(found.sources) == set()


def test_a_guides_own_fact_comes_before_the_catalogues(tmp_path):
    found = loaded(tmp_path, "  f: {value: 7, unit: USD/year}", catalog=SHARED)["g"]
    assert found.facts["f"].value == 7


def test_a_guide_without_a_row_lacks_the_catalogues_fact(tmp_path):
    catalog = loaded(tmp_path, "  own: {value: 1}", soc="99-9999", catalog=SHARED, body="Text.")
    (reported,) = catalog.findings
    assert (reported.code, reported.severity.value) == ("D060", "warning")
    assert "The facts “f”, “" in reported.message
    assert "have no figures: the table “wages” has no row" in reported.message
    assert list(catalog["g"].facts) == ["own"]


def test_a_guide_without_an_occupation_has_none_of_the_catalogues_facts(tmp_path):
    write(tmp_path, {"catalog.toml": SHARED, "wages.csv": WAGES, "g.md": definition()})
    catalog = load(tmp_path)
    assert not catalog.findings
    assert not catalog["g"].facts


def test_a_guide_made_in_python_is_filled(tmp_path):
    write(tmp_path, {"wages.csv": WAGES})
    own = Fact(table="wages", column="A_MEDIAN", unit="USD/year")
    made = guide("Pay is {fact}`f`.", occupation=Occupation(soc="13-1020"), facts={"f": own})
    tables = {"wages": {"file": "wages.csv", "key": "code"}}
    catalog = Catalog.of(made, data=tables, root=tmp_path)
    assert "Pay is $75,650." in plain(leaf(assemble(made, catalog), "section-part-1"))
    assert lint(made, catalog) is not None
    lost = made.model_copy(update={"occupation": Occupation(soc="13-1022")})
    with pytest.raises(InputError, match="no row for code = 13-1022"):
        assemble(lost, catalog)


def test_a_chart_draws_what_is_known_of_codes(tmp_path):
    facts = """  a: {from: wages, column: A_MEDIAN, unit: USD/year, label: Median}
  b: {from: wages, column: A_PCT90, unit: USD/year, label: Highest}
  c: {from: wages, key: "29-1021", column: A_PCT90, unit: USD/year, label: Dentists}"""
    body = "Text.\n\n:::{chart} Pay\n:facts: a, b, c\n:::"
    catalog = loaded(tmp_path, facts, body=body)
    assert not catalog.findings
    drawn = plain(leaf(assemble(catalog["g"], catalog), "section-overview"))
    assert "$239,200 or more" in drawn
    assert "not published" in drawn


def test_a_chart_of_a_table_knows_its_cells_and_their_scale(tmp_path):
    body = "Text.\n\n:::{chart} Jobs\n:table: wages\n:label: title\n:value: jobs\n"
    body += ":unit: jobs\n:where: code = 13-1020 | 27-2011\n:::"
    catalog = loaded(tmp_path, "  own: {value: 1}", body=body)
    assert not catalog.findings
    book = assemble(catalog["g"], catalog)
    assert "487,000" in plain(leaf(book, "section-overview"))
    reported = [(each.printed, each.lineage.row, each.lineage.key) for each in book.figures]
    assert reported == [("487,000", 2, {"title": "Buyers"}), ("57,000", 3, {"title": "Actors"})]


def test_a_fact_of_a_catalogue_made_in_python_that_has_no_table_is_reported():
    baker = guide("Text.")
    made = Catalog.of(baker, facts={"pay": Fact(value=3, unit="USD")})
    with pytest.raises(InputError, match="“pay” of the catalogue has no table to take it from"):
        assemble(baker, made)
