#!/bin/sh
# Guessed: the marks that stand in the place of a wage are read from a workbook as they are, or
# the column that holds them is one of texts, as it is with a mark near its beginning.
#
# fastexcel, by which polars reads workbooks, settles what a column holds from its first 1,000
# rows. Behind these, “#” and “*” are empty cells, without a warning.
#
# In the wage tables of the U.S. Bureau of Labor Statistics “#” is a wage above the highest that
# is published, and “*” one that is not known. Physicians end up with no wage, or at the foot of a
# list.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check fastexcel==0.21.0 pyarrow==26.0.1 openpyxl==3.1.5
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import fastexcel
import openpyxl


def wages(before):
    book = openpyxl.Workbook()
    book.active.append(["Wage"])
    for wage in [*range(40_000, 40_000 + before), "#", "*", 48_100]:
        book.active.append([wage])
    file = io.BytesIO()
    book.save(file)
    sheet = fastexcel.read_excel(file.getvalue()).load_sheet(0)
    return sheet.to_arrow().to_pydict()["Wage"]


print("fastexcel", version("fastexcel"))
few, many = wages(10)[-3:], wages(1_000)[-3:]
print("behind 10 rows", few, "behind 1,000", many)
assert few == ["#", "*", "48100"], few
assert many == [None, None, 48_100], many
END
