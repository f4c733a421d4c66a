#!/bin/sh
# Guessed: a cell of an old Excel workbook that holds an error is read as no value, or as its
# name.
#
# xlrd gives the number by which the file stores the error: #N/A is 42, #DIV/0! is 7, #REF! is 23.
# It is an int among floats, and the cell's type says what it is, but row_values and cell_value
# give the number alone.
#
# Older tables of wages are .xls files, and a formula that looks up a wage in vain gives #N/A. In a
# table of hourly wages, 42 dollars look like any other.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check xlrd==2.0.2 xlwt==1.3.0
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import xlrd
import xlwt

print("xlrd", version("xlrd"))
book = xlwt.Workbook()
row = book.add_sheet("Hourly").row(0)
row.write(0, 23.13)
for column, code in enumerate((0x2A, 0x07, 0x17), 1):
    row.set_cell_error(column, code)
file = io.BytesIO()
book.save(file)
sheet = xlrd.open_workbook(file_contents=file.getvalue()).sheet_by_index(0)
values = sheet.row_values(0)
names = [xlrd.error_text_from_code[value] for value in values[1:]]
print(values, "for", [23.13, *names])
assert values == [23.13, 42, 7, 23], values
assert names == ["#N/A", "#DIV/0!", "#REF!"], names
assert sheet.cell_type(0, 1) == xlrd.XL_CELL_ERROR
END
