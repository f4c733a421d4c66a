import datetime
import io
import re
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from definitions import write
from workbooks import workbook

from guidepub.findings import InputError
from guidepub.model import DataTable
from guidepub.tables import Cell, workbooks
from guidepub.tables.reading import read_sheet


def rows(folder, content):
    write(folder, {"t.xlsx": content})
    return read_sheet(DataTable(file="t.xlsx"), folder).rows


def texts(folder, content):
    return [dict(row) for row in rows(folder, content)]


def edited(content, part, pattern, replacement):
    """Return a workbook with a change in the XML of one of its parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == part:
                text, count = re.subn(pattern.encode(), replacement.encode(), text, count=1)
                assert count == 1
            new.writestr(name, text)
    return data.getvalue()


def with_result(content, cell, result):
    """Return a workbook in which one formula has the result that a spreadsheet would save."""
    pattern = rf'(<c r="{cell}".*?)<v ?(?:/>|></v>)'
    return edited(content, "xl/worksheets/sheet1.xml", pattern, rf"\g<1><v>{result}</v>")


def test_numbers_are_those_that_the_cells_show(tmp_path):
    made = workbook(
        ["a", "b"], [38800.0, 0.022], [24.5, 5], formats={"B2": "0.0%", "A3": "#,##0.00"}
    )
    assert texts(tmp_path, made) == [{"a": "38800", "b": "2.2%"}, {"a": "24.50", "b": "5"}]


def test_a_hidden_row_and_a_hidden_column_are_not_read(tmp_path):
    def hide(sheet):
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True

    made = workbook(["a", "b", "c"], [1, 2, 3], [4, 5, 6], [7, 8, 9], change=hide)
    found = rows(tmp_path, made)
    assert [dict(row) for row in found] == [{"a": "1", "c": "3"}, {"a": "7", "c": "9"}]
    assert [row.line for row in found] == [2, 4]


def test_columns_that_are_hidden_together_are_not_read(tmp_path):
    def hide(sheet):
        sheet.column_dimensions.group("B", "C", hidden=True)

    made = workbook(["a", "b", "c", "d"], [1, 2, 3, 4], change=hide)
    assert texts(tmp_path, made) == [{"a": "1", "d": "4"}]


def test_the_first_sheet_that_can_be_seen_is_read(tmp_path):
    book, data = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["hidden"])
    second = book.create_sheet()
    second.append(["seen"])
    second.append([1])
    book.active.sheet_state = "hidden"
    book.active = 1
    book.save(data)
    assert texts(tmp_path, data.getvalue()) == [{"seen": "1"}]


@pytest.mark.parametrize(
    ("value", "text", "fault"),
    [
        (datetime.date(2024, 5, 1), "2024-05-01", "it is a date or a time"),
        (datetime.datetime(2024, 5, 1, 12, 30), "2024-05-01 12:30:00", "it is a date or a time"),
        (datetime.time(12, 30), "12:30:00", "it is a date or a time"),
        (True, "TRUE", "it is a yes or no"),
        (False, "FALSE", "it is a yes or no"),
        ("#N/A", "#N/A", "the spreadsheet found an error, #N/A"),
        ("#DIV/0!", "#DIV/0!", "the spreadsheet found an error, #DIV/0!"),
    ],
)
def test_what_is_no_number_has_a_text_and_a_fault(tmp_path, value, text, fault):
    (row,) = rows(tmp_path, workbook(["a", "b"], ["x", value]))
    cell = row.cell("b")
    assert (cell.text, cell.number, cell.fault) == (text, None, fault)
    assert cell.is_broken == text.startswith("#")


def test_a_formula_without_a_result_is_a_fault(tmp_path):
    made = workbook(["a", "b"], ["x", "=1+1"], ["y", "=6+6"])
    first, second = rows(tmp_path, with_result(made, "B3", 12))
    assert first.cell("b").is_broken
    assert first.cell("b").fault == "its formula has no result in the file"
    assert second.cell("b") == Cell("12", Decimal(12))


def test_a_workbook_needs_a_sheet_that_can_be_seen(tmp_path):
    made = edited(workbook(["a"], [1]), "xl/workbook.xml", r'state="visible"', 'state="hidden"')
    with pytest.raises(InputError, match="The workbook has no visible sheet of cells"):
        rows(tmp_path, made)


RUNS = "<r><t>51000</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r>"


SHARED = (
    """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>{}</si></sst>"""
)
KIND = (
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)


STRUCK = "<r><rPr><strike/></rPr><t>$41,000</t></r><r><t xml:space='preserve'> $42,000</t></r>"


def kept(runs):
    """Return a workbook with a text as Excel keeps it, for all sheets, and as others do."""
    made = workbook(["a", "b"], ["shared", "inline"])
    cell = r't="inlineStr"><is><t>{}</t></is></c>'
    sheet = "xl/worksheets/sheet1.xml"
    made = edited(made, sheet, cell.format("shared"), 't="s"><v>0</v></c>')
    made = edited(made, sheet, cell.format("inline"), f't="inlineStr"><is>{runs}</is></c>')
    made = edited(made, "[Content_Types].xml", "</Types>", f"{KIND}</Types>")
    data = io.BytesIO(made)
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", SHARED.format(runs))
    return data.getvalue()


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (STRUCK, "$42,000"),
        (STRUCK.replace("$42,000", "-"), "-"),
        (STRUCK.replace("<strike/>", "<strike val='0'/>"), "$41,000 $42,000"),
        ("<t>Median_x000D_\nwage</t>", "Median\nwage"),
        ("<t>Median_x000D_wage_x0009_a_x0001_b</t>", "Median\nwage\tab"),
        ("<t>a_x0041_b_x00Z0_</t>", "a_x0041_b_x00Z0_"),
    ],
)
def test_struck_out_words_and_signs_that_excel_writes_out_are_no_text(tmp_path, runs, text):
    assert texts(tmp_path, kept(runs)) == [{"a": text, "b": text}]


def test_raised_signs_of_a_text_stay_raised_wherever_a_workbook_keeps_it(tmp_path):
    """As Excel keeps it, in a part that all sheets share, and as others do, in the sheet."""
    assert texts(tmp_path, kept(RUNS)) == [{"a": "51000¹", "b": "51000¹"}]


def test_rows_that_a_sheet_leaves_out_are_not_gone_through(tmp_path, monkeypatch):
    numbers = []

    def counted(row, number, hidden):
        numbers.append(number)
        return cells(row, number, hidden)

    cells = workbooks._cells
    monkeypatch.setattr(workbooks, "_cells", counted)
    far = workbook(["code", "pay"], change=lambda sheet: sheet.cell(9000, 1, "a"))
    assert texts(tmp_path, far) == [{"code": "a", "pay": ""}]
    assert numbers == [1, 2, 9000]
