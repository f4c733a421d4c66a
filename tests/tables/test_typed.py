import json
from decimal import Decimal

import pytest
from definitions import write
from workbooks import workbook

from guidepub.findings import InputError
from guidepub.model import Catalog
from guidepub.tables import Datum, typed_table

OEWS = """code,title,A_MEDIAN,A_PCT90,H_MEDIAN,HOURLY,jobs
11-1011,Chiefs,206420,#,99.24,,"211,230"
27-2011,Actors,*,*,23.33,TRUE,57000
29-9999,Others,*,*,,,**
"""
RULES = {
    "file": "t.csv",
    "key": "code",
    "suppressed": ["*", "**"],
    "hourly_only": "HOURLY",
    "columns": {"A_*": {"top": {"#": 239200}}, "jobs": {"suppressed": ["**", "empty"]}},
}


def table(folder, content, **declared):
    declared = {"file": "t.csv"} | declared
    write(folder, {declared["file"]: content})
    return typed_table(Catalog.of(data={"t": declared}, root=folder), "t")


def column(found, name):
    return [row[name].value for row in found.rows]


def fault(folder, content, **declared):
    with pytest.raises(InputError) as caught:
        column(table(folder, content, **declared), "a")
    return str(caught.value).removeprefix(f"{folder}/")


def test_numbers_texts_and_codes_are_distinguished(tmp_path):
    chiefs, actors, others = table(tmp_path, OEWS, **RULES).rows
    assert chiefs["code"] == Datum("11-1011", "11-1011")
    assert chiefs["A_MEDIAN"] == Datum("206420", Decimal(206420))
    assert chiefs["A_PCT90"] == Datum("#", None, "top", Decimal(239200))
    assert chiefs["jobs"].value == Decimal(211230)
    assert actors["A_MEDIAN"] == Datum("*", None, "hourly-only")
    assert others["A_MEDIAN"] == Datum("*", None, "suppressed")
    assert others["H_MEDIAN"] == Datum("", None, "empty")
    assert others["jobs"].standing == "suppressed"


def test_a_row_knows_its_place(tmp_path):
    row = table(tmp_path, OEWS, **RULES).rows[1]
    assert (row.place.path, row.line) == (str(tmp_path / "t.csv"), 3)
    assert dict(row.texts)["A_MEDIAN"] == "*"


def test_rows_are_found_by_a_condition_and_by_a_key(tmp_path):
    found = table(tmp_path, OEWS, **RULES)
    assert [row["title"].value for row in found.where("HOURLY = TRUE; code != 29-9999")] == [
        "Actors"
    ]
    assert [row.line for row in found.rows_of("code", "29-9999")] == [4]
    assert found.rows_of("code", "1") == ()
    with pytest.raises(InputError, match=r"no column “titel”\. Did you mean “title”"):
        found.where("titel = Actors")


def test_a_column_of_thousands_is_multiplied(tmp_path):
    found = table(tmp_path, "a\n1579.8\n-2\n", columns={"a": {"scale": 1000}})
    assert column(found, "a") == [Decimal("1579800.0"), Decimal(-2000)]


@pytest.mark.parametrize(
    ("content", "values"),
    [
        ("a\n01\n2\n", ["01", "2"]),
        ("a\n5%\n2\n", ["5%", "2"]),
        ("a\n5%\n2%\n", [Decimal(5), Decimal(2)]),
        ("a,b\n,1\n", [None]),
    ],
)
def test_a_column_is_of_numbers_where_all_its_cells_are(tmp_path, content, values):
    assert column(table(tmp_path, content), "a") == values


def test_a_column_is_what_the_catalogue_says(tmp_path):
    assert column(table(tmp_path, "a\n1\n", columns={"a": {"kind": "text"}}), "a") == ["1"]
    expected = fault(tmp_path, "a\n1\nnone\n", columns={"a": {"kind": "number"}})
    assert expected.startswith("t.csv:3 C001 “none” in the column “a” cannot be used")


def test_a_table_lacks_what_the_catalogue_names(tmp_path):
    assert "no column “b”" in fault(tmp_path, "a\n1\n", key="b")
    assert "no column “b”" in fault(tmp_path, "a\n1\n", columns={"b": {"scale": 10}})


def test_stray_quotation_marks_are_signs_where_the_catalogue_says_so(tmp_path):
    content = 'a\tb\n"Quick\t5\' 8"\nfix"\t2\n'
    found = table(tmp_path, content, file="t.txt", delimiter="tab", quotes="none")
    assert column(found, "a") == ['"Quick', 'fix"']
    assert column(found, "b") == ["5' 8\"", "2"]


def test_a_header_may_stand_on_a_later_line(tmp_path):
    assert column(table(tmp_path, "Table 1.2\n\na\n1\n", header=3), "a") == [1]


def test_a_sheet_is_read_by_its_name(tmp_path):
    def second(sheet):
        other = sheet.parent.create_sheet("May 2024")
        other.append(["a"])
        other.append([7])

    made = workbook(["b"], [1], change=second)
    assert column(table(tmp_path, made, file="t.xlsx", sheet="May 2024"), "a") == [7]
    expected = fault(tmp_path, made, file="t.xlsx", sheet="May 2023")
    assert expected == "t.xlsx C001 The workbook has no sheet “May 2023”. Did you mean “May 2024”?"


def test_records_of_json_are_rows(tmp_path):
    content = json.dumps([{"a": 1.50, "b": "x"}, {"b": None, "a": 2}], indent=1)
    found = table(tmp_path, content, file="t.json")
    assert column(found, "a") == [Decimal("1.5"), Decimal(2)]
    assert [row.line for row in found.rows] == [2, 6]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("{}", "t.json C001 The file is not a list of records."),
        ("[]", "t.json C001 The file holds no record."),
        ("[\n{},\n1]", "t.json:3 C001 This is not a record."),
        ('[{"a": []}]', "t.json:1 C001 The column “a” has a list or a record"),
        ('[{"a": 1, "a": 2}]', "t.json:1 C001 The table cannot be read: a key occurs twice"),
        ('[{"a": 1e999999999}]', "t.json:1 C001 The table cannot be read: 1e999999999 has too"),
        ('[{"a": 1}\n{"a": 2}]', "t.json:2 C001 A comma or the end of the list is missing."),
        ('[{"a": 1}', "t.json:1 C001 A comma or the end of the list is missing."),
    ],
)
def test_faults_of_json_have_their_lines(tmp_path, content, expected):
    assert fault(tmp_path, content, file="t.json").startswith(expected)


def test_a_table_is_read_once(tmp_path):
    write(tmp_path, {"t.csv": "a\n1\n"})
    catalog = Catalog.of(data={"t": "t.csv"}, root=tmp_path)
    assert typed_table(catalog, "t") is typed_table(catalog, "t")


def test_words_among_figures_are_reported_with_the_rule_that_names_them(tmp_path):
    expected = fault(tmp_path, "a\n1\nSee below\n", columns={"a": {"kind": "number"}})
    assert expected.startswith("t.csv:3 C001 “See below” in the column “a” cannot be used")
    assert "add it to “suppressed” under [data.t] in catalog.toml." in expected
    expected = fault(tmp_path, "a\n1\n1 2 (3\n", columns={"a": {"kind": "number"}})
    assert "suppressed" not in expected
