#!/bin/sh
# Guessed: of a cell in which an old figure is struck out beside the new one, what reads workbooks gives
# the new one, or says which is struck out.
#
# openpyxl, calamine and xlsx2csv give both figures as one text. openpyxl tells them apart if it is
# asked for rich text.
#
# Editors of tables strike out what they replace. “$41,000$42,000” is no wage, or, to who takes the
# first number, the old one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    openpyxl==3.1.5 python-calamine==0.9.1 xlsx2csv==0.8.6 XlsxWriter==3.2.9
"$folder/venv/bin/python" - <<'END'
import io
import zipfile
from importlib.metadata import version

import openpyxl
import python_calamine
import xlsx2csv
import xlsxwriter


def book(text):
    """Return a workbook of one cell, with a text as Excel keeps it."""
    file, edited = io.BytesIO(), io.BytesIO()
    made = xlsxwriter.Workbook(file)
    made.add_worksheet().write(0, 0, "TEXT")
    made.close()
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(edited, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b"<t>TEXT</t>", text.encode()))
    edited.seek(0)
    return edited


def read(text):
    written = io.StringIO()
    xlsx2csv.Xlsx2csv(book(text)).convert(written)
    calamine = python_calamine.CalamineWorkbook.from_filelike(book(text))
    return {
        "openpyxl": openpyxl.load_workbook(book(text)).active["A1"].value,
        "python-calamine": calamine.get_sheet_by_index(0).to_python()[0][0],
        "xlsx2csv": written.getvalue().strip().strip('"'),
    }


RUNS = "<r><rPr><strike/></rPr><t>$41,000</t></r><r><t>$42,000</t></r>"
for package, found in read(RUNS).items():
    print(package, version(package), found)
    assert found == "$41,000$42,000"
rich = openpyxl.load_workbook(book(RUNS), rich_text=True).active["A1"].value
struck = [getattr(run, "font", None) is not None and bool(run.font.strike) for run in rich]
print("openpyxl, asked for rich text:", list(map(str, rich)), struck)
assert struck == [True, False]
END
