#!/bin/sh
# Guessed: column_dimensions["C"].hidden tells whether the column C of a sheet is hidden.
#
# Columns that stand side by side and are hidden together are one entry of the file. openpyxl keeps
# that under the letter of the first; the others say that they are shown.
#
# What a publisher of tables has hidden side by side is taken for data.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 XlsxWriter==3.2.9
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import openpyxl
import xlsxwriter

buffer = io.BytesIO()
with xlsxwriter.Workbook(buffer) as book:
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Pay", "Error", "Error", "Error", "Jobs"])
    sheet.set_column("B:D", None, None, {"hidden": True})
columns = openpyxl.load_workbook(buffer).active.column_dimensions
for package in ("openpyxl", "XlsxWriter"):
    print(package, version(package))
print("columns", f"{columns['B'].min} to {columns['B'].max} are one entry, under B")
print("hidden:", found := {letter: columns[letter].hidden for letter in "ABCDE"})
assert found == {"A": False, "B": True, "C": False, "D": False, "E": False}
END
