"""Which books a changed cell of a table makes anew."""

import json

import pytest
from definitions import definition, leaf, write

from guidepub import assemble, build, load
from guidepub.batch.stale.keys import parts_of, used_files

CATALOG = """[data]
wages = {file = "wages.csv", key = "code"}
[facts]
pay = {from = "wages", column = "pay", unit = "USD/year"}
"""
HEAD = 'occupation: {soc: "13-2011"}'


def parts(folder, wages):
    files = {"catalog.toml": CATALOG, "a.md": definition("It is {fact}`pay`.", HEAD)}
    catalog = load(write(folder, {**files, "wages.csv": wages}))
    assert used_files(catalog["a"], catalog)[0] == {"wages"}
    return parts_of(assemble(catalog["a"], catalog))


def test_the_report_and_the_ledger_hold_the_figures_with_their_cells(tmp_path):
    files = {"catalog.toml": CATALOG, "a.md": definition("It is {fact}`pay`.", HEAD)}
    catalog = load(write(tmp_path, {**files, "wages.csv": "code,pay\n13-2011,50\n"}))
    for status in ("built", "unchanged"):
        report = build(catalog, tmp_path / "dist", ["web"])
        (book,) = report.as_dict()["books"]
        assert (book["status"], book["tables"][0]["file"]) == (status, "wages.csv")
        assert [(each["fact"], each["printed"], each["row"]) for each in book["figures"]] == [
            ("pay", "$50", 2)
        ]
        written = (tmp_path / "dist" / "build.json").read_text("utf-8")
        assert json.loads(written) == report.as_dict()


def test_a_source_has_the_cells_of_its_figures(tmp_path):
    source = "facts:\n  pay: {from: wages, column: pay, unit: USD/year, source: s}\nsources:\n"
    head = f"{HEAD}\n{source}  s: {{title: Wages, publisher: BLS}}"
    files = {"catalog.toml": CATALOG, "a.md": definition("It is {fact}`pay`.", head)}
    catalog = load(write(tmp_path, {**files, "wages.csv": "code,pay\n13-2011,50\n"}))
    reported = leaf(assemble(catalog["a"], catalog), "sources")
    assert "Figures from wages.csv (code = 13-2011): pay." in reported


@pytest.mark.parametrize(
    ("wages", "is_same"),
    [
        ("code,pay\n13-2011,50\n13-2012,70\n", True),
        ("code,pay\n13-2012,60\n\n13-2011,50\n", True),
        ("code,pay\n13-2011,51\n13-2012,60\n", False),
    ],
)
def test_a_book_is_as_it_was_unless_a_cell_that_it_prints_has_changed(tmp_path, wages, is_same):
    before = parts(tmp_path / "a", "code,pay\n13-2011,50\n13-2012,60\n")
    assert (parts(tmp_path / "a", wages) == before) is is_same
