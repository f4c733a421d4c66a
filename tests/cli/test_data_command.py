"""`guidepub data` as a user meets it: a table, two books of it, and the table's next release."""

import json
import shutil

import pytest
from definitions import definition, write

from guidepub import assemble, load, render

CATALOG = """[data.wages]
file = "data/wages.csv"
key = "code"
suppressed = ["*"]
columns = {"A_*" = {top = {"#" = 239200}}, jobs = {scale = 1000}}
[facts]
pay = {from = "wages", column = "A_MEDIAN", unit = "USD/year", broad = "of all {title}"}
jobs = {from = "wages", column = "jobs", unit = "jobs"}
"""
OLD = """code,title,A_MEDIAN,jobs
13-2011,Accountants,"81,680",1579.8
51-4120,Welders and others,51000,457.3
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Return a catalogue of two guides with their finished books."""
    folder = tmp_path_factory.mktemp("shelf")
    accountant = definition("They earn {fact}`pay`.", 'occupation: {soc: "13-2011"}', "Accountant")
    welder = definition(
        "They earn {fact}`pay` in {fact}`jobs` jobs.",
        'occupation: {soc: "51-4121"}\nfacts:\n'
        '  jobs: {from: wages, key: "51-4120", column: jobs, unit: jobs}',
        "Welder",
    )
    write(folder, {"catalog.toml": CATALOG, "data/wages.csv": OLD, "accountant.md": accountant,
                   "welder.md": welder})  # fmt: skip
    catalog = load(folder)
    for slug, edition, name in (
        ("accountant", "screen", "accountant-screen.pdf"),
        ("accountant", "epub", "accountant.epub"),
        ("welder", "epub", "welder.epub"),
    ):
        made = render(assemble(catalog[slug], catalog), edition)
        write(folder, {f"dist/{slug}/{name}": made})
    return folder


@pytest.fixture
def recalled(shelf, tmp_path, run):
    """Return a function that gives the figures which a new table recalls, by the files alone."""
    books = tmp_path / "books"
    shutil.copytree(shelf / "dist", books)

    def found(new):
        write(tmp_path, {"wages.csv": OLD, "new.csv": new})
        ran = run("data", "recall", tmp_path / "wages.csv", tmp_path / "new.csv", books, "--json")
        data = json.loads(ran.out)
        assert ran.code == bool(data["figures"])
        return data

    return found


def test_each_printed_figure_is_listed_with_its_cell(shelf, run):
    ran = run("data", "show", shelf, "--json")
    assert ran.code == 0
    expected = [
        (each["guide"], each["fact"], each["prints"], each["row"]) for each in json.loads(ran.out)
    ]
    assert [(guide, fact, prints.replace("\N{NO-BREAK SPACE}", " "), row)
            for guide, fact, prints, row in expected] == [
        ("accountant", "pay", "$81,680", 2),
        ("welder", "pay", "$51,000 (of all Welders and others)", 3),
        ("welder", "jobs", "457,300", 3),
    ]  # fmt: skip
    rules = [each["rule"] for each in json.loads(ran.out)]
    assert rules == ["", "broad group for code = 51-4121", "times 1000"]
    assert "code = 51-4120" in run("data", "show", shelf).out


def test_a_table_is_reported_column_by_column(shelf, run):
    data = json.loads(run("data", "check", "--catalog", shelf, "--json").out)
    assert [(each["column"], each["kind"]) for each in data["wages"]] == [
        ("code", "text"), ("title", "text"), ("A_MEDIAN", "number"), ("jobs", "number"),
    ]  # fmt: skip


def test_slips_in_a_table_are_reported(tmp_path, run):
    rows = "".join(f"{number},{number},${number}\n" for number in range(1, 9))
    write(tmp_path, {
        "catalog.toml": '[data.t]\nfile = "t.csv"\nkey = "a"\ncolumns = {"X_*" = {scale = 10}}',
        "t.csv": f"a,b,c\n{rows}8,**,\n,3,≥ 9\n",
    })  # fmt: skip
    ran = run("data", "check", "--catalog", tmp_path)
    assert ran.code == 0
    assert [line.partition("D062 ")[2] for line in ran.err.splitlines()] == [
        "No column of the table “t” matches “X_*”. Correct it in catalog.toml.",
        "The key “8” is in line 9, too. Facts have to choose a row with where.",
        "The row has nothing in the key column “a”. Fill it in: no fact can find the row.",
        "The column “b” has numbers, but also “**” (line 10). Fix them, or name them in "
        "catalog.toml as suppressed or top.",
        "The column “c” has numbers, but also “≥ 9” (line 11). Fix them, or name them in "
        "catalog.toml as suppressed or top.",
    ]


def test_a_table_that_says_the_same_recalls_nothing(recalled):
    data = recalled(OLD.replace('"81,680"', "81680").replace("457.3\n", "457.30\n\n9,x,1,1\n"))
    assert (data["figures"], data["guides"], data["files"], data["looked_at"]) == ([], [], 3, 4)


def test_a_changed_cell_recalls_its_figures_on_their_pages(recalled):
    data = recalled(OLD.replace("81,680", "83,100"))
    assert data["guides"] == ["accountant"]
    assert [(each["fact"], each["now"], each["change"]) for each in data["figures"]] == [
        ("pay", "83,100", "+1420"), ("pay", "83,100", "+1420"),
    ]  # fmt: skip
    epub, pdf = sorted(data["figures"], key=lambda each: each["file"].endswith(".pdf"))
    assert epub["at"] == ["EPUB/section-overview.xhtml"]
    assert len(pdf["at"]) == 1
    assert pdf["at"][0].startswith("page ")


@pytest.mark.parametrize(
    ("before", "after", "guides", "reason"),
    [
        ("51000", "*", ["welder"], "the cell has changed"),
        ("13-2011", "13-2012", ["accountant"], "the new table has no row for code = 13-2011"),
        ("jobs\n", "work\n", ["welder"], "the new table has no column “jobs”"),
        ("51-4120", "51-4121,W,7,7\n51-4120", ["welder"],
         "the new table has a row for code = 51-4121 itself"),
        ("51-4120", "13-2011,W,7,7\n51-4120", ["accountant"],
         "the new table has 2 rows for code = 13-2011"),
    ],
)  # fmt: skip
def test_what_has_become_of_a_cell_is_reported(recalled, before, after, guides, reason):
    data = recalled(OLD.replace(before, after))
    assert data["guides"] == guides
    assert {each["why"] for each in data["figures"]} == {reason}


def test_books_that_are_not_of_the_table_are_no_answer(shelf, tmp_path, run):
    write(tmp_path, {"other.csv": "a\n1\n"})
    ran = run("data", "recall", tmp_path / "other.csv", tmp_path / "other.csv", shelf / "dist")
    assert ran.code == 2
    assert "No figure of the 3 files is known to come from" in ran.err


def test_the_books_to_be_made_anew_are_named(shelf, tmp_path, run):
    write(tmp_path, {"new.csv": OLD.replace("81,680", "83,100")})
    ran = run("data", "recall", shelf / "data" / "wages.csv", tmp_path / "new.csv", shelf / "dist")
    *_, summary, limit = ran.out.splitlines()
    assert summary == (
        "Of 4 figures and texts in 3 files 2 are no longer true. Make again: accountant."
    )
    assert limit.startswith("Not compared: paragraphs that a template chose by its row")


def test_nothing_recalled_is_no_all_clear(shelf, tmp_path, run):
    table = shelf / "data" / "wages.csv"
    ran = run("data", "recall", table, table, shelf / "dist")
    assert ran.code == 0
    assert "Make again: none." in ran.out
    assert "paragraphs that a template chose" in ran.out


ROWS = {
    "catalog.toml": """[definitions]
templates = ["jobs.md"]
[data]
jobs = "jobs.csv"
tasks = "tasks.csv"
high = {sql = "SELECT name, pay * 2 AS twice FROM jobs"}
""",
    "jobs.csv": "code,name,pay,places\n1-1,Baker,30000,12\n1-2,Actor,40000,9\n",
    "tasks.csv": 'code,task\n1-1,Knead\n1-1,"Don\'t burn the bread in an oven of any kind"\n1-1,Sell\n1-2,Act\n',
    "jobs.md": """---
for_each: {table: jobs, lists: {tasks: {table: tasks, by: code}}}
title: "{{ row.name }}"
facts:
  twice: {from: high, key: {name: "{{ row.name }}"}, column: twice}
---
# Overview

{{ row.places }} places, {{ row.places + 1 }} with yours; {{ tasks | length }} tasks; {fact}`twice`.

{% for task in tasks %}
- {{ task.task }}
{% endfor %}
""",
}


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    """Return a folder with the books of a template of two rows."""
    folder = write(tmp_path_factory.mktemp("rows"), ROWS)
    catalog = load(folder)
    for slug, guide in catalog.guides.items():
        write(folder, {f"dist/{slug}.epub": render(assemble(guide, catalog), "epub")})
    return folder


@pytest.mark.parametrize(
    ("table", "before", "after", "guide", "expected"),
    [
        ("jobs", ",12\n", ",14\n", "baker", [("12", "14", "+2"), ("13", "14", "+2")]),
        ("jobs", ",9\n", ",9.0\n", "actor", []),
        ("tasks", "1-2,Act\n", "1-2,Act\n1-2,Sing\n", "actor", [("1", "2", "+1"), ("Act", "", "")]),
        ("tasks", "Sell", "Weigh", "baker", [("Sell", "Weigh", "")]),
        ("tasks", "1-1,Sell\n", "", "baker", [("3", "2", "-1"), ("Sell", "", "")]),
        ("tasks", "oven", "stove", "baker",
         [("Don't burn the bread in an oven of any kind", "Don't burn the bread in an stove of any kind", "")]),
    ],
)  # fmt: skip
def test_what_a_template_prints_from_its_row_is_recalled(
    rows, tmp_path, run, table, before, after, guide, expected
):
    new = ROWS[f"{table}.csv"].replace(before, after)
    write(tmp_path, {"new.csv": new})
    old = rows / f"{table}.csv"
    ran = run("data", "recall", old, tmp_path / "new.csv", rows / "dist", "--json")
    data = json.loads(ran.out)
    assert data["guides"] == ([guide] if expected else [])
    assert [(each["prints"], each["now"], each["change"]) for each in data["figures"]] == expected
    assert all("EPUB/section-overview.xhtml" in each["at"] for each in data["figures"])


def test_books_with_figures_of_a_query_over_the_table_are_named(rows, run):
    ran = run("data", "recall", rows / "jobs.csv", rows / "jobs.csv", rows / "dist")
    assert "build with the new table: actor, baker." in ran.out
    queried = json.loads(
        run("data", "recall", rows / "tasks.csv", rows / "tasks.csv", rows / "dist", "--json").out
    )
    assert queried["queried"] == []
