from decimal import Decimal

import pytest
from definitions import definition, write

from guidepub import load
from guidepub.findings import InputError
from guidepub.model import Catalog
from guidepub.tables import querying, table_files, typed_table
from guidepub.tables.querying import names_in

duckdb = pytest.importorskip("duckdb")

WAGES = "code,pay\n13-2011,81680\n27-2011,*\n51-4121,51000.50\n"
JOBS = 'soc;title;jobs\n13-2011;"Accountants";1579.8\n51-4121;"Welders";457.3\n'
TABLES = {
    "wages": {"file": "wages.csv", "suppressed": ["*"]},
    "jobs": {"file": "jobs.csv", "columns": {"jobs": {"scale": 1000}}},
}


def table(folder, sql, **declared):
    write(folder, {"wages.csv": WAGES, "jobs.csv": JOBS})
    tables = {**TABLES, "found": {"sql": sql, **declared}}
    return typed_table(Catalog.of(data=tables, root=folder), "found")


def values(folder, sql, **declared):
    return [[each.value for each in row.values()] for row in table(folder, sql, **declared).rows]


def fault(folder, sql):
    with pytest.raises(InputError) as caught:
        table(folder, sql)
    return str(caught.value).removeprefix(f"{folder}/")


def test_tables_are_joined_and_their_types_kept(tmp_path):
    sql = (
        "SELECT title, pay, jobs FROM wages JOIN jobs ON code = soc WHERE pay > 50000 ORDER BY jobs"
    )
    assert values(tmp_path, sql) == [
        ["Welders", Decimal("51000.50"), Decimal("457300.0")],
        ["Accountants", Decimal("81680.00"), Decimal("1579800.0")],
    ]


def test_a_code_is_no_number_in_a_query_and_stands_beside_it_as_written(tmp_path):
    assert values(tmp_path, "SELECT count(pay) AS n, count(*) AS m FROM wages") == [[2, 3]]
    sql = "SELECT code, pay FROM wages_as_written ORDER BY code"
    found = table(tmp_path, sql, suppressed=["*"])
    assert [row["pay"].standing for row in found.rows] == ["value", "suppressed", "value"]


def test_a_query_may_name_another_query(tmp_path):
    write(tmp_path, {"wages.csv": WAGES})
    tables = TABLES | {
        "a": {"sql": "SELECT * FROM wages WHERE pay > 60000"},
        "b": {"sql": 'SELECT count(*) AS "how many" FROM a'},
    }
    catalog = Catalog.of(data=tables, root=tmp_path)
    assert typed_table(catalog, "b").rows[0]["how many"].value == 1
    assert table_files(catalog, "b") == (tmp_path / "wages.csv",)


def test_a_query_is_run_again_when_a_table_has_changed(tmp_path):
    assert values(tmp_path, "SELECT max(pay) AS m FROM wages") == [[81680]]
    write(tmp_path, {"wages.csv": "code,pay\n1-1,7\n"})
    catalog = Catalog.of(data=TABLES | {"found": {"sql": "SELECT max(pay) AS m FROM wages"}},
                         root=tmp_path)  # fmt: skip
    first = typed_table(catalog, "found")
    assert first.rows[0]["m"].value == 7
    assert typed_table(catalog, "found") is first


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELECT * FROM read_csv('wages.csv')", "file system operations are disabled"),
        ("SELECT * FROM 'wages.csv'", "file system operations are disabled"),
        ("SELECT * FROM sys", "does not exist"),
        ("SELECT * FROM tables", "does not exist"),
        ("COPY wages TO 'copy.csv'", "A table’s sql is one SELECT."),
        ("SELECT 1; SELECT 2", "A table’s sql is one SELECT."),
        ("SET threads = 4", "A table’s sql is one SELECT."),
        ("SELEC 1", "The query cannot be run: Parser Error"),
        ("SELECT wage FROM wages", "Referenced column"),
        ("SELECT random() AS r", "cannot use “random(”"),
        ("SELECT current_date AS d", "cannot use “current_date”"),
        ("SELECT [1, 2] AS x", "has lists or bytes"),
        ("SELECT 1 AS a, 2 AS a", "“a” occurs twice"),
        ("SELECT * FROM range(300000)", "returns more than 200,000 rows"),
        ("SELECT * FROM found", "does not exist"),
    ],
)
def test_what_a_query_may_not_do_is_reported(tmp_path, sql, message):
    reported = fault(tmp_path, sql)
    assert reported.startswith("catalog.toml C001 Table “found”: ")
    assert message in reported
    assert not (tmp_path / "copy.csv").exists()


def test_a_cell_of_an_answer_is_reported_with_its_row(tmp_path):
    declared = {"columns": {"a": {"kind": "number"}}}
    with pytest.raises(InputError) as caught:
        values(tmp_path, "SELECT 'x' AS a", **declared)
    (finding,) = caught.value.findings
    assert (finding.place.path, finding.place.line) == (str(tmp_path / "catalog.toml"), 0)
    assert "“x” in the column “a” of the table “found”, row 1, cannot be used" in finding.message
    assert "Table “found”, row 1: Cell 1 has" in fault(tmp_path, "SELECT chr(7) AS a")


def test_a_text_in_quotes_may_be_any(tmp_path):
    assert values(tmp_path, "SELECT 'random()' AS r -- now()") == [["random()"]]


def test_a_query_has_so_much_time(tmp_path, monkeypatch):
    monkeypatch.setattr(querying, "SECONDS", 0.05)
    sql = "SELECT count(*) AS n FROM range(10000) a, range(10000) b, range(10000) c"
    assert "takes longer than 0.05 seconds" in fault(tmp_path, sql)


def test_queries_that_lead_to_each_other_are_reported(tmp_path):
    tables = {"a": {"sql": "SELECT * FROM b"}, "b": {"sql": "SELECT * FROM a"}}
    with pytest.raises(InputError, match="refers to the table itself"):
        typed_table(Catalog.of(data=tables, root=tmp_path), "a")


def test_names_are_found_as_words():
    names = ("wages", "wages-2024", "job")
    assert names_in('SELECT * FROM "wages-2024"', names) == ("wages", "wages-2024")
    assert names_in("SELECT * FROM WAGES_as_written, jobs", names) == ("wages",)


def test_a_fact_of_a_query_knows_its_row(tmp_path):
    catalog = """[data.wages]
file = "wages.csv"
suppressed = ["*"]
[data.best]
sql = "SELECT code, pay FROM wages ORDER BY pay DESC"
key = "code"
[facts]
pay = {from = "best", column = "pay", unit = "USD/year"}
"""
    head = 'occupation: {soc: "51-4121"}'
    write(tmp_path, {"catalog.toml": catalog, "wages.csv": WAGES, "a.md": definition(head=head)})
    fact = load(tmp_path)["a"].facts["pay"]
    assert fact.value == Decimal("51000.50")
    assert (fact.lineage.table.file, fact.lineage.row) == ("wages.csv", 2)
    assert fact.lineage.table.sql.startswith("SELECT code, pay")


@pytest.mark.parametrize(
    "declared", [{}, {"file": "a.csv", "sql": "SELECT 1"}, {"sql": "SELECT 1", "sheet": "A"}]
)
def test_a_table_is_of_a_file_or_of_a_query(declared):
    with pytest.raises(
        InputError, match=r"file or a query|Only a table from a file can have “sheet”"
    ):
        Catalog.of(data={"t": declared})
