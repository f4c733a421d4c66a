"""Tables that print rows of a data table: what they choose, how they say it, where it is from."""

from __future__ import annotations

import pytest
from definitions import guide, leaf, write
from finished import words_of, xhtml

import guidepub
from guidepub import Catalog
from guidepub.assembly import assemble
from guidepub.batch.stale.keys import used_files

ROWS = """\
area,jobs,pay,change
Ohio,47910,43750,-2.5
Östersund,1200,*,0
"Texas ""Big"" & more",140210,#,19.4
Utah,900,51000.50,3
"""
CATALOG = """\
[imprint]
name = "Crumb"
[data.pay]
file = "pay.csv"
suppressed = ["*"]
note = "From [the Bureau](https://www.bls.gov/oes/)."
[data.pay.columns]
pay = {top = {"#" = 239200}}
"""
TABLE = """\
:::{table} What bakers earn
:table: pay
:columns: Area = area | Jobs = jobs | Median pay = pay | change
:units: jobs = jobs | pay = USD/year | change = percent
"""


@pytest.fixture
def catalog(tmp_path):
    files = {"catalog.toml": CATALOG, "pay.csv": ROWS, "free/steps.tsv": "Step\tWeeks\nLearn\t12\n"}
    return guidepub.load(write(tmp_path, files))


def cells(catalog: Catalog, text: str, language: str = "en") -> list[list[str]]:
    """Return the words of a table in a book of this prose, row by row."""
    own = guide(text, language=language)
    made = assemble(own, catalog.with_guides(own))
    table = xhtml(leaf(made, "section-part-1")).find(".//table")
    return [[words_of(cell) for cell in row] for row in table.iter("tr")]


@pytest.mark.parametrize(
    ("language", "texas", "utah"),
    [
        ("en", ["Texas “Big” & more", "140,210", "$239,200 or more", "19.4%"], "$51,000.50"),
        ("de", ["Texas „Big“ & more", "140.210", "239.200 $ oder mehr", "19,4 %"], "51.000,50 $"),
        ("pl", ["Texas „Big” & more", "140 210", "239 200 USD lub więcej", "19,4%"], "51 000,50 USD"),
    ],
)  # fmt: skip
def test_figures_are_written_as_the_language_does(catalog, language, texas, utah):
    rows = cells(catalog, f"{TABLE}:order: pay falling\n:::", language)
    assert rows[0] == ["Area", "Jobs", "Median pay", "change"]
    assert [cell.replace("\xa0", " ") for cell in rows[1]] == texas
    assert rows[2][2].replace("\xa0", " ") == utah
    # What is not published comes last.
    assert rows[4][0] == "Östersund"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (":order: area", ["Ohio", "Östersund", "Texas", "Utah"]),
        (":order: area falling\n:most: 1", ["Utah"]),
        (":order: pay", ["Ohio", "Utah", "Texas", "Östersund"]),
        (":order: jobs falling\n:most: 2", ["Texas", "Ohio"]),
        (":where: area = Ohio | Utah", ["Ohio", "Utah"]),
    ],
)
def test_rows_are_chosen_and_ordered(catalog, options, expected):
    rows = cells(catalog, f"{TABLE}{options}\n:::")
    assert [row[0].split()[0] for row in rows[1:]] == expected


def test_without_columns_all_are_printed_as_they_stand(catalog):
    assert cells(catalog, ":::{table} T\n:table: pay\n:most: 1\n:::") == [
        ["area", "jobs", "pay", "change"],
        ["Ohio", "47910", "43750", "-2.5"],
    ]


def test_a_file_needs_no_declaration_and_is_an_input_of_the_book(catalog):
    text = ":::{table} Steps\n:file: free/steps.tsv\n:::"
    assert cells(catalog, text) == [["Step", "Weeks"], ["Learn", "12"]]
    assert used_files(guide(text), catalog)[0] == {"free/steps.tsv"}


def test_the_note_of_the_table_stands_below_it_unless_the_guide_has_one(catalog):
    own = guide(f"{TABLE}:::\n\n{TABLE}:note: Of 2024.\n:::")
    section = xhtml(leaf(assemble(own, catalog.with_guides(own)), "section-part-1"))
    lines = [words_of(line) for line in section.findall(".//p[@class='evidence']")]
    assert lines == ["From the Bureau.", "Of 2024."]


def test_each_figure_is_traced_to_its_cell(catalog):
    own = guide(f"{TABLE}:where: area = Ohio\n:::")
    traced = assemble(own, catalog.with_guides(own)).figures
    assert [(each.printed, each.lineage.column, each.lineage.text) for each in traced] == [
        ("47,910", "jobs", "47910"),
        ("$43,750", "pay", "43750"),
        ("−2.5%", "change", "-2.5"),
    ]


@pytest.mark.parametrize("edition", ["screen", "epub", "web"])
def test_finished_files_print_every_cell(catalog, edition):
    text = f"{TABLE}:row-headers: yes\n:::\n\n:::{{table}} Steps\n:file: free/steps.tsv\n:::"
    own = guide(text, title="Baker")
    # It is read back and proved.
    assert guidepub.render(assemble(own, catalog.with_guides(own)), edition)
