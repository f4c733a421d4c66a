#!/bin/sh
# Guessed: markitdown writes a cell of a workbook as it is shown, or as it is stored, and an empty
# one as an empty one.
#
# One empty cell below or above makes all whole numbers of a column fractions, and one fraction with
# three digits gives all the others as many: 457300 jobs are 457300.000, which many languages read
# as 457 millions. Empty cells say NaN, and formats such as percent are gone.
#
# Publishers turn tables of wages into Markdown for their guides in this way.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    'markitdown[xlsx]==0.1.9' openpyxl==3.1.5
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

from markitdown import MarkItDown
from openpyxl import Workbook

print("markitdown", version("markitdown"))


def rows(*cells):
    workbook = Workbook()
    workbook.active.append(["Jobs", "Growth"])
    for row in cells:
        workbook.active.append(row)
    for cell in workbook.active["B"]:
        cell.number_format = "0.0%"
    buffer = io.BytesIO()
    workbook.save(buffer)
    buffer.seek(0)
    text = MarkItDown().convert_stream(buffer, file_extension=".xlsx").text_content
    return [line for line in text.splitlines() if line.startswith("|")][2:]


for cells, expected in (
    ([(457300, 1), (1200, 2)], ["| 457300 | 1 |", "| 1200 | 2 |"]),
    ([(457300, 1), (None, 2)], ["| 457300.0 | 1 |", "| NaN | 2 |"]),
    ([(457300, 0.055), (1200, 0.5)], ["| 457300 | 0.055 |", "| 1200 | 0.500 |"]),
    ([(457300, 1), (0.055, 2)], ["| 457300.000 | 1 |", "| 0.055 | 2 |"]),
):
    found = rows(*cells)
    print(cells, "->", found)
    assert found == expected
END
