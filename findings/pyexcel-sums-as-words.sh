#!/bin/sh
# Guessed: a sum of money in an OpenDocument table is read as a number, as a percentage and a date
# are.
#
# pyexcel-ods3 makes a text of it: the number and the code of its currency, “48100 USD”, which is
# neither what the cell stores nor what it shows ($48,100). A cell formatted as a number beside it
# is a number, so a column of wages has both. pandas reads the number.
#
# Columns of wages are formatted as money. A sum over them fails, or leaves those cells out.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyexcel-ods3==0.6.1 odfpy==1.4.1 pandas==3.1.1
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import pandas
import pyexcel_ods3
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

CELLS = (
    ("$48,100", {"valuetype": "currency", "currency": "USD", "value": "48100"}),
    ("50,200", {"valuetype": "float", "value": "50200"}),
    ("12.5%", {"valuetype": "percentage", "value": "0.125"}),
)

book, table, row = OpenDocumentSpreadsheet(), Table(name="Pay"), TableRow()
for shown, stored in CELLS:
    cell = TableCell(**stored)
    cell.addElement(P(text=shown))
    row.addElement(cell)
table.addElement(row)
book.spreadsheet.addElement(table)
file = io.BytesIO()
book.save(file)
read = pyexcel_ods3.get_data(io.BytesIO(file.getvalue()))["Pay"][0]
other = pandas.read_excel(file, engine="odf", header=None).values.tolist()[0]
print("pyexcel-ods3", version("pyexcel-ods3"), read, "pandas", version("pandas"), other)
assert read == ["48100 USD", 50200, 0.125], read
assert other == [48100, 50200, 0.125], other
END
