import io
import os
import sys
import zipfile

import openpyxl
import pytest
from definitions import write

from guidepub.findings import InputError
from guidepub.model import DataTable
from guidepub.tables import reading
from guidepub.tables.reading import read_sheet


def rows(folder, name, content):
    """Return the rows of a table with this content, as plain dictionaries."""
    write(folder, {name: content})
    return [dict(row) for row in read_sheet(DataTable(file=name), folder).rows]


def fault(folder, name, content=None):
    """Return what is wrong with a table, its place without the folder."""
    if content is not None:
        write(folder, {name: content})
    with pytest.raises(InputError) as caught:
        read_sheet(DataTable(file=name), folder)
    return str(caught.value).removeprefix(f"{folder}/")


def workbook(*lines):
    book, data = openpyxl.Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", "a,b\n1,x y\n,2\n"),
        ("t.CSV", b"\xef\xbb\xbfa,b\r\n1,x y\r\n,2\r\n"),
        ("t.csv", "\n a , b \n\n1,  x y\n,,\n,2\n"),
        ("t.csv", 'a,b\n"1","x y"\n"","2",\n'),
        ("t.csv", 'a;"b"\n1;x y\n;2\n'),
        ("t.tsv", "a\tb\n1\tx y\n\t2\n"),
        ("t.xlsx", workbook(["a", "b", None], [1, "x y"], [None, None], [None, "2"])),
    ],
)
def test_a_table_is_read_from_any_kind_of_file(tmp_path, name, content):
    assert rows(tmp_path, name, content) == [{"a": "1", "b": "x y"}, {"a": "", "b": "2"}]


def test_cells_that_look_like_dates_or_lengths_of_time_are_no_others(tmp_path):
    cells = ("1-2", "12 weeks", "2024-34", "0110", "May")
    (row,) = rows(tmp_path, "t.csv", "a,b,c,d,e\n" + ",".join(cells))
    assert tuple(row.values()) == cells


def test_words_and_marks_in_the_place_of_a_value_are_kept(tmp_path):
    cells = ("None", "NA", "n/a", "#", "*")
    (row,) = rows(tmp_path, "t.csv", "a,b,c,d,e\n" + ",".join(cells))
    assert tuple(row.values()) == cells


def test_a_row_may_end_early(tmp_path):
    assert rows(tmp_path, "t.csv", "a,b,c\n1\n") == [{"a": "1", "b": "", "c": ""}]


def test_a_cell_may_hold_a_comma_a_quote_and_a_line(tmp_path):
    assert rows(tmp_path, "t.csv", 'a\n"x, ""y""\nz"\n') == [{"a": 'x, "y"\nz'}]


def test_a_column_may_have_a_comma_where_semicolons_part_cells(tmp_path):
    assert rows(tmp_path, "t.csv", 'a;"b, c, d";e, %\n1;2;4,5 %\n') == [
        {"a": "1", "b, c, d": "2", "e, %": "4,5 %"}
    ]


def test_columns_alone_make_an_empty_table(tmp_path):
    assert rows(tmp_path, "t.csv", "a,b\n") == []


def test_a_row_cannot_be_changed(tmp_path):
    write(tmp_path, {"t.csv": "a\n1\n"})
    with pytest.raises(TypeError):
        read_sheet(DataTable(file="t.csv"), tmp_path).rows[0]["a"] = "2"


def test_a_table_in_a_folder_of_the_catalogue_is_read(tmp_path):
    assert rows(tmp_path, "data/t.csv", "a\n1\n") == [{"a": "1"}]


def test_a_changed_file_is_read_again(tmp_path):
    assert rows(tmp_path, "t.csv", "a\n1\n") == [{"a": "1"}]
    assert rows(tmp_path, "t.csv", "a\n22\n") == [{"a": "22"}]


def test_an_unchanged_file_is_read_once(tmp_path):
    write(tmp_path, {"t.csv": "a\n1\n"})
    table = DataTable(file="t.csv")
    assert read_sheet(table, tmp_path).rows is read_sheet(table, tmp_path).rows


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", " C001 The table is empty."),
        ("\n,,\n", " C001 The table is empty."),
        ("a,a\n", ":1 C001 The column “a” occurs twice in the first row. Give each"),
        ("\n\na,,b\n", ":3 C001 Column 2 has no name in the first row. Give each"),
        (
            "sep=,\na,b\n",
            ":2 C001 The row has 2 cells, but the first row 1. If line 2 names the columns, say so in catalog.toml: header = 2.",
        ),
        ("a,b\n1,2\n1,2,3\n", ":3 C001 The row has 3 cells, but the first row 2."),
        ('a,b\n"x\ny",2\n1,2,3\n', ":4 C001 The row has 3 cells, but the first row 2."),
        ('a,b\n1,2\n"x,3\n4,5\n', ":3 C001 The table cannot be read: unexpected end of data."),
        ('a\n"x"y\n', ":2 C001 The table cannot be read: ',' expected after '\"'."),
        ("a\n" + "x" * 200_000, ":2 C001 The table cannot be read: field larger than"),
        (
            "a\nx\n\x1b[31m\n",
            ":3 C001 Cell 1 has the character U+001B, which no book can contain. Delete it.",
        ),
        (
            "a,b\nx,y\u2066\n",
            ":2 C001 Cell 2 has the invisible character U+2066. Delete it.",
        ),
        (
            "a\u200bb\n",
            ":1 C001 Cell 1 has the invisible character U+200B. Delete it.",
        ),
        ("a\0\n", ":1 C001 Cell 1 has the character U+0000, which no book can contain. Delete it."),
        (b"a\nb\xff\n", ":2:2 D001 The byte 0xFF is not UTF-8."),
        (",".join(f"c{n}" for n in range(201)), ":1 C001 The table has more than 200 columns."),
    ],
)
def test_a_faulty_table_is_reported_with_its_line(tmp_path, content, expected):
    assert fault(tmp_path, "t.csv", content).startswith(f"t.csv{expected}")


@pytest.mark.parametrize("limit", ["MOST_ROWS", "MOST_CELLS"])
def test_a_table_of_too_many_rows_or_cells_is_refused(tmp_path, monkeypatch, limit):
    monkeypatch.setattr(reading, limit, 6)
    assert len(rows(tmp_path, "few.csv", "a\n" + "1\n" * 6)) == 6
    assert "C001 The table has more than" in fault(tmp_path, "many.csv", "a\n" + "1\n" * 7)


def test_short_rows_under_many_columns_count_as_full(tmp_path):
    head = ",".join(f"c{n}" for n in range(200))
    assert "C001 The table has more than" in fault(tmp_path, "t.csv", f"{head}\n" + "1\n" * 10_001)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("t.txt", "“.txt” is not a kind of table."), ("t", "“” is not a kind of table.")],
)
def test_an_unknown_kind_of_file_is_reported(tmp_path, name, expected):
    known = "Known: .csv, .tsv, .json, .parquet, .xlsx; others must name their delimiter."
    assert f"C001 {expected} {known}" in fault(tmp_path, name, "a")


def test_a_missing_file_is_reported(tmp_path):
    assert fault(tmp_path, "t.csv") == (
        "t.csv D001 The table’s file cannot be read: No such file or directory. "
        "Name its file under [data] in catalog.toml."
    )
    (tmp_path / "wages.csv").write_text("a\n1\n")
    assert "Did you mean “wages.csv”? Name its file" in fault(tmp_path, "wage.csv")
    assert "Did you" not in fault(tmp_path, "list.csv")


def test_a_folder_is_no_table(tmp_path):
    assert "is not a kind of table." in fault(tmp_path, "t.csv/x", "")
    assert fault(tmp_path, "t.csv") == "t.csv D001 The file is a folder."


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "t.csv")
    assert fault(tmp_path, "t.csv") == "t.csv D001 The file is not a regular file."


@pytest.mark.parametrize("name", ["../t.csv", "/etc/passwd", "link.csv", "loop.csv"])
def test_a_file_outside_the_catalogue_is_never_read(tmp_path, name):
    catalogue = write(tmp_path, {"t.csv": "a\n1\n", "in/x": ""}) / "in"
    (catalogue / "link.csv").symlink_to("../t.csv")
    (catalogue / "loop.csv").symlink_to("loop.csv")
    assert f"D041 The table “{name}” is outside the catalogue." in fault(catalogue, name)


def test_a_catalogue_without_a_folder_has_no_tables():
    with pytest.raises(InputError, match="D041"):
        read_sheet(DataTable(file="t.csv"), None)


def test_a_limit_holds_for_the_file_itself(tmp_path):
    with (tmp_path / "t.csv").open("wb") as stream:
        stream.truncate(33 * 1024 * 1024)
    assert "D002 The file is larger than the 32 MiB allowed here." in fault(tmp_path, "t.csv")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no workbook"])
def test_a_broken_workbook_is_reported(tmp_path, content):
    assert fault(tmp_path, "t.xlsx", content).startswith("t.xlsx C001 The workbook cannot be read")


def test_a_workbook_that_is_huge_unpacked_is_refused(tmp_path):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", bytes(129 * 1024 * 1024))
    assert fault(tmp_path, "t.xlsx", data.getvalue()) == (
        "t.xlsx C001 The workbook is too large unpacked."
    )


@pytest.mark.parametrize(
    ("name", "module", "kind"),
    [("t.xlsx", "openpyxl", "XLSX"), ("t.parquet", "pyarrow", "Parquet")],
)
def test_a_kind_that_needs_an_extra_says_so(tmp_path, monkeypatch, name, module, kind):
    monkeypatch.setitem(sys.modules, module, None)
    assert fault(tmp_path, name, b"") == (
        f"{name} C001 {kind} tables need an extra. Run: pip install 'guidepub[data]'"
    )


def test_a_parquet_file_is_read(tmp_path):
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    data = io.BytesIO()
    parquet.write_table(arrow.table({"a": [1, None], "b": ["x", "y"]}), data)
    assert rows(tmp_path, "t.parquet", data.getvalue()) == [
        {"a": "1", "b": "x"},
        {"a": "", "b": "y"},
    ]


def test_a_broken_parquet_file_is_reported(tmp_path):
    pytest.importorskip("pyarrow")
    assert "C001 The Parquet file cannot be read" in fault(tmp_path, "t.parquet", b"PAR1")
