"""The figures that a chart draws of a table, by the language, the format and the marks of cells."""

from decimal import Decimal

import pytest
from definitions import write
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from workbooks import workbook

from guidepub.findings import InputError
from guidepub.model import Catalog, DataTable, Defaults
from guidepub.tables import chart_points, columns_asked

OEWS = """\
OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,H_MEAN,A_MEDIAN,PCT_RPT
00-0000,All,total,"155,760,000",32.66,"49,500",100
11-1011,Chief Executives,detailed,"211,230",126.41,#,55.2
27-2011,Actors,detailed,**,41.00,*,~
51-4121,Welders,detailed,"424,040",25.6,"51,000",8.1
"""


def points(folder, content, guide="en-US", catalog="en-US", own=None, name="t.csv", **options):
    """Return what a chart draws, as texts so that decimals are compared as well."""
    write(folder, {name: content})
    made = Catalog(
        data={"t": DataTable(file=name, language=own)},
        defaults=Defaults(language=catalog),
        root=folder,
    )
    asked = {"table": "t", "label": "a", "value": "b", "unit": "percent"} | options
    return {point.label: str(point.value) for point in chart_points(asked, made, guide)}


def faults(folder, *arguments, **options):
    with pytest.raises(InputError) as caught:
        points(folder, *arguments, **options)
    return [str(finding).removeprefix(f"{folder}/") for finding in caught.value.findings]


GERMAN = 'a,b\nx,"38.500,00"\ny,"43.750"\nz,"2,5"\n'
POINTS = {"x": "38500.00", "y": "43750", "z": "2.5"}


@pytest.mark.parametrize(
    ("content", "guide", "catalog", "own", "drawn"),
    [
        (GERMAN, "de-DE", "de-DE", None, POINTS),
        (GERMAN, "de-DE", "en-US", None, POINTS),
        (GERMAN, "en-US", "de-AT", None, POINTS),
        (GERMAN, "en-US", "en-US", "de", POINTS),
        ("a;b\nx;38.500,00\ny;43.750\nz;2,5\n", "de-DE", "de-DE", None, POINTS),
        ("a\tb\nx\t2.5\n", "de-DE", "en-US", None, {"x": "2.5"}),
        ("a,b\nx,43.750\n", "en-US", "en-US", None, {"x": "43.750"}),
        ("a,b\nx,43.750\n", "de-DE", "de-DE", "en", {"x": "43.750"}),
        ("a,b\nx,1234\ny,5\n", "de-DE", "en-US", None, {"x": "1234", "y": "5"}),
        ("a,b\nx,2.2%\ny,−1 %\n", "en-US", "en-US", None, {"x": "2.2", "y": "-1"}),
    ],
)
def test_numbers_are_read_by_the_table_s_the_guide_s_or_the_catalogue_s_language(
    tmp_path, content, guide, catalog, own, drawn
):
    name = "t.tsv" if "\t" in content else "t.csv"
    assert points(tmp_path, content, guide, catalog, own, name) == drawn


def test_a_number_that_two_languages_read_otherwise_is_refused(tmp_path):
    assert faults(tmp_path, "a,b\nx,5\ny,43.750\n", "de-DE", "en-US") == [
        "t.csv:3 C001 “43.750” in the column “b” cannot be used: it means 43750 in de-DE, but 43.750 in en-US. State in catalog.toml how the table is written: "
        'language = "de-DE".'
    ]


def test_numbers_that_no_language_at_hand_writes_are_all_reported(tmp_path):
    assert faults(tmp_path, "a,b\nx,2.5\ny,43.750\nz,0.4\n", "de-DE", "de-DE") == [
        f"t.csv:{line} C001 “{text}” in the column “b” cannot be used: numbers are not written like this in de-DE. "
        "Write it as is usual in the language, as in 12.345,6, or say in catalog.toml how the table is "
        'written, as in language = "en".'
        for line, text in [(2, "2.5"), (4, "0.4")]
    ]


def test_a_table_as_the_bls_publishes_it_is_drawn(tmp_path):
    options = {"label": "OCC_TITLE", "value": "A_MEDIAN", "unit": "USD/year"}
    where = "O_GROUP = detailed"
    assert points(tmp_path, OEWS, where=where, skip="* #", **options) == {"Welders": "51000"}
    reported = faults(tmp_path, OEWS, where=where, **options)
    assert [line.partition(" cannot")[0] for line in reported] == [
        "t.csv:3 C001 “#” in the column “A_MEDIAN”",
        "t.csv:4 C001 “*” in the column “A_MEDIAN”",
    ]
    assert [line for line in reported if "“:skip: # *”" not in line] == []
    only = points(tmp_path, OEWS, where=f"{where}; OCC_CODE = 51-4121 | 00-0000", **options)
    assert only == {"Welders": "51000"}


@pytest.mark.parametrize(
    ("value", "unit", "mark"), [("TOT_EMP", "jobs", "**"), ("PCT_RPT", "percent", "~")]
)
def test_each_mark_of_the_bls_is_known(tmp_path, value, unit, mark):
    options = {"label": "OCC_TITLE", "value": value, "unit": unit}
    (reported,) = faults(tmp_path, OEWS, **options)
    assert (
        f"“{mark}” in the column “{value}” cannot be used: it is not a number; as a mark"
        in reported
    )
    assert "Actors" not in points(tmp_path, OEWS, skip=mark, **options)


@pytest.mark.parametrize(
    ("cell", "unit", "reason"),
    [
        ("", "jobs", "The cell in the column “b” cannot be used: it is empty."),
        ("n/a", "jobs", "“n/a” in the column “b” cannot be used: it is not a number."),
        ("51¹", "jobs", "“51¹” in the column “b” cannot be used: a mark stands"),
        ("$5", "EUR", "“$5” in the column “b” cannot be used: “$” next to it is not the sign"),
        ("5%", "jobs", "“5%” in the column “b” cannot be used: “%” next to it is not the sign"),
        ("9" * 16, "jobs", f"“{'9' * 16}” in the column “b” cannot be used: it is too large"),
    ],
)
def test_a_cell_that_is_no_figure_of_the_unit_is_reported_with_its_line(
    tmp_path, cell, unit, reason
):
    (reported,) = faults(tmp_path, f"a,b\nx,1\ny,{cell}\n", unit=unit)
    assert reported.startswith(f"t.csv:3 C001 {reason}")


def test_an_empty_cell_may_be_skipped(tmp_path):
    assert points(tmp_path, "a,b\nx,1\ny,\n", skip="empty") == {"x": "1"}


def test_a_bar_has_a_name(tmp_path):
    (reported,) = faults(tmp_path, "a,b\nx,1\n,2\n")
    assert reported.startswith(
        "t.csv:3 C001 The cell in the column “a” cannot be used: a bar needs"
    )


def drawn(folder, *lines, formats=None, unit="percent", **options):
    content = workbook(["a", "b"], *lines, formats=formats)
    return points(folder, content, name="t.xlsx", unit=unit, **options)


def reported(folder, *lines, formats=None, unit="percent"):
    content = workbook(["a", "b"], *lines, formats=formats)
    return faults(folder, content, name="t.xlsx", unit=unit)


def test_cells_of_a_workbook_are_drawn_as_they_show(tmp_path):
    rates = [["x", 0.022], ["y", -0.01]]
    assert drawn(tmp_path, *rates, formats={"B2": "0.0%", "B3": "0.0%"}) == {
        "x": "2.2",
        "y": "-1.0",
    }
    wages = drawn(tmp_path, ["x", 38800.0], ["y", 24.5], formats={"B3": "$0.00"}, unit="USD/year")
    assert wages == {"x": "38800", "y": "24.50"}
    german = drawn(tmp_path, ["x", 2.5], guide="de-DE", catalog="de-DE")
    assert german == {"x": "2.5"}


def test_cells_of_a_workbook_that_are_no_figures_are_reported_with_their_rows(tmp_path):
    lines = [["x", 5], ["y", True], ["z", "#N/A"], ["#REF!", 5]]
    found = reported(tmp_path, *lines)
    assert [line.partition(" cannot be used: ")[::2] for line in found] == [
        ("t.xlsx:3 C001 “TRUE” in the column “b”", "it is a yes or no. Format the cell as a number, "
         "or choose other rows with :where:."),
        ("t.xlsx:4 C001 “#N/A” in the column “b”", "the spreadsheet found an error, #N/A. "
         "Fix it, and save the workbook with its results."),
        ("t.xlsx:5 C001 “#REF!” in the column “a”", "the spreadsheet found an error, #REF!. "
         "Fix it, and save the workbook with its results."),
    ]  # fmt: skip


def test_a_raised_mark_is_no_digit_of_a_number(tmp_path):
    mark = TextBlock(InlineFont(vertAlign="superscript"), "1")
    lines = [["x", CellRichText("51000", mark)], [CellRichText("Welders", mark), 5]]
    (line,) = reported(tmp_path, *lines, unit="jobs")
    assert line.startswith("t.xlsx:2 C001 “51000¹” in the column “b” cannot be used: a mark stands")
    assert drawn(tmp_path, lines[1], unit="jobs") == {"Welders¹": "5"}


def test_percentages_and_bare_numbers_do_not_mix_in_a_column_of_a_workbook(tmp_path):
    (line,) = reported(tmp_path, ["x", 0.022], ["y", 0.05], formats={"B2": "0.0%"})
    assert line.startswith("t.xlsx:3 C001 “0.05” in the column “b” cannot be used: other cells of")


def test_a_percentage_is_no_amount_of_money(tmp_path):
    (line,) = reported(tmp_path, ["x", 0.022], formats={"B2": "0.0%"}, unit="USD/year")
    assert "“%” next to it is not the sign of the unit USD/year" in line


def test_the_exact_decimals_of_a_number_are_those_of_the_file(tmp_path):
    assert Decimal(drawn(tmp_path, ["x", 0.1])["x"]) == Decimal("0.1")


def test_a_row_is_not_left_out_for_a_broken_cell_that_it_is_chosen_by(tmp_path):
    lines = [["x", 1], ["#REF!", 2]]
    content = workbook(["a", "b"], *lines)
    (line,) = faults(tmp_path, content, name="t.xlsx", where="a = x")
    assert line.startswith("t.xlsx:3 C001 “#REF!” in the column “a” cannot be used")


def test_a_chart_without_rows_is_reported(tmp_path):
    assert faults(tmp_path, "a,b\nx,1\n", where="a = y") == [
        "t.csv C001 No row of the table is left for the chart to draw. Check its :where: and :skip:."
    ]


def test_a_chart_has_no_more_bars_than_a_book_has_room_for(tmp_path):
    rows = "".join(f"{n},{n}\n" for n in range(501))
    assert faults(tmp_path, f"a,b\n{rows}") == [
        "t.csv C001 501 rows of the table are left for a chart of at most 500. "
        "Choose some of them with :where:."
    ]


@pytest.mark.parametrize(
    ("where", "columns"),
    [("", ["a", "b"]), ("c=1; d != 2", ["a", "b", "c", "d"]), ("c=1; =2", ["a", "b", "c", ""])],
)
def test_the_columns_of_a_chart_are_all_that_its_options_name(where, columns):
    assert list(columns_asked({"label": "a", "value": "b", "where": where})) == columns
