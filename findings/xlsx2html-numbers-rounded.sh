#!/bin/sh
# Guessed: a number in a cell of the format Text (@) is shown as it is, as spreadsheets show it, and
# one in a format in thousands or millions divided by them.
#
# xlsx2html hands a format to Babel, whose patterns are of another kind. There “@” is a digit that
# counts, so that one of them is left: 48100 is “50000”. A comma behind the digits, which divides by
# a thousand, does nothing, or stands before the number: 1234567 in millions is 1,234,567.0.
#
# Programs that write tables of wages often give all cells the format Text. The page shows another
# wage, which looks like one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    xlsx2html==0.6.4 openpyxl==3.1.5 Babel==2.18.0
"$folder/venv/bin/python" - <<'END'
import io
import re
from importlib.metadata import version

import openpyxl
from xlsx2html import xlsx2html

CASES = (
    (48100, "General", "48100"),
    (48100, "#,##0", "48,100"),
    (48100, "@", "50000"),
    (21.37, "@", "20"),
    (48100, "#,##0,", ",48100"),
    (1234567, '#,##0.0,,"M"', '1,234,567.0"M"'),
)
print("xlsx2html", version("xlsx2html"), "Babel", version("Babel"))
book = openpyxl.Workbook()
for row, (number, number_format, _) in enumerate(CASES, 1):
    book.active.cell(row, 1, number).number_format = number_format
file, page = io.BytesIO(), io.StringIO()
book.save(file)
xlsx2html(file, page)
cells = [cell.strip() for cell in re.findall("<td[^>]*>(.*?)</td>", page.getvalue(), re.S)]
for (number, number_format, expected), cell in zip(CASES, cells, strict=True):
    print(f"{number} as {number_format}: {cell}")
    assert cell == expected
END
