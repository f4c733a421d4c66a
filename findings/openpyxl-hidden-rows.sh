#!/bin/sh
# Guessed: openpyxl tells of a sheet that it streams (read_only=True) what a reader sees of it.
#
# It yields hidden rows and columns like all others, and the sheet has no row_dimensions and no
# column_dimensions to ask, as it has when it is read whole.
#
# A row that somebody has filtered away or hidden, since it is out of date, is printed, and
# drawn as a bar of a chart.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
"$folder/venv/bin/python" - <<'END'
import io

import openpyxl

book = openpyxl.Workbook()
for row in (("Year", "Wage"), (2023, 41000), (2024, 43460)):
    book.active.append(row)
book.active.row_dimensions[2].hidden = True
file = io.BytesIO()
book.save(file)

print("openpyxl", openpyxl.__version__)
whole = openpyxl.load_workbook(file).active
print("read whole: row 2 is hidden:", whole.row_dimensions[2].hidden)
streamed = openpyxl.load_workbook(file, read_only=True).active
rows = list(streamed.iter_rows(values_only=True))
print("streamed:", rows, "row_dimensions:", hasattr(streamed, "row_dimensions"))
assert whole.row_dimensions[2].hidden
assert rows[1] == (2023, 41000)
assert not hasattr(streamed, "row_dimensions")
END
