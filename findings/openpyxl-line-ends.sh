#!/bin/sh
# Guessed: the end of a line in a cell is read as one.
#
# Where lines end as on Windows, Excel writes a carriage return as _x000D_, as the standard asks for
# signs that XML would lose, and a text that looks like this as _x005F_x000D_. openpyxl turns the
# second back and not the first, so that both are “_x000D_”. xlsx2csv does it at the end of a line
# alone, and leaves other signs as they are written. calamine reads all of them.
#
# Heads of columns that programs have filled are of two lines: “Median_x000D_ wage” is found by nobody
# who looks for the median wage.
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


CASES = (
    ("Median_x000D_\nwage", "Median_x000D_\nwage", "Median\r\nwage", "Median\nwage"),
    ("Pay_x0009_2024", "Pay_x0009_2024", "Pay\t2024", "Pay_x0009_2024"),
    ("a_x005F_x000D_b", "a_x000D_b", "a_x000D_b", "a_x005F_x000D_b"),
)
for text, *expected in CASES:
    for (package, found), each in zip(read(f"<t>{text}</t>").items(), expected, strict=True):
        print(package, version(package), repr(text), "is", repr(found))
        assert found == each
END
