#!/bin/sh
# Guessed: the lines of a cell of an OpenDocument table are parted in what python-calamine reads.
#
# Those that are paragraphs are parted by a new line. A line break within a paragraph, as converters
# and other programs write it, is passed over, so that two words become one, and a length of time is
# the text of its code instead of a time.
#
# pyexcel-ods3 parts the lines of the same cells. “Median pay” and “$48,100” in one cell are “Median
# pay$48,100” here.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    python-calamine==0.9.1 odfpy==1.4.1 pyexcel-ods3==0.6.1
"$folder/venv/bin/python" - <<'END'
import tempfile
from importlib.metadata import version
from pathlib import Path

import pyexcel_ods3
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P
from python_calamine import CalamineWorkbook

for package in ("python-calamine", "odfpy", "pyexcel-ods3"):
    print(package, version(package))


def broken():
    paragraph = P(text="Median pay")
    paragraph.addElement(LineBreak())
    paragraph.addText("$48,100")
    return [paragraph]


def cell(paragraphs, **kind):
    made = TableCell(**(kind or {"valuetype": "string"}))
    for paragraph in paragraphs:
        made.addElement(paragraph)
    return made


document, table, row = OpenDocumentSpreadsheet(), Table(name="Pay"), TableRow()
row.addElement(cell([P(text="Median pay"), P(text="$48,100")]))
row.addElement(cell(broken()))
row.addElement(cell([P(text="36:00:00")], valuetype="time", timevalue="PT36H00M00S"))
table.addElement(row)
document.spreadsheet.addElement(table)
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "pay.ods"
    document.save(path)
    (read,) = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Pay").to_python()
    (other,) = pyexcel_ods3.get_data(str(path))["Pay"]
print("python-calamine:", read)
print("pyexcel-ods3:", other)
assert read == ["Median pay\n$48,100", "Median pay$48,100", "PT36H00M00S"]
assert other[:2] == ["Median pay\n$48,100", "Median pay\n$48,100"]
END
