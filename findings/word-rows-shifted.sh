#!/bin/sh
# Guessed: a cell of a Word table stands below the head of its own column in what is made of the table.
#
# A row may begin behind the first column: Word then writes no cells there, but how many columns are
# skipped (gridBefore). mammoth and docx2python do not read that: all cells of the row move to the
# left. python-docx says how many are skipped, and leaves it to the caller to look.
#
# Such rows come of dragging a table's edge, and of deleting a cell. Under “Median” stands the mean.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    mammoth==1.13.0 docx2python==3.7.1 python-docx==1.2.0
"$folder/venv/bin/python" - <<'END'
import io
import re
from importlib.metadata import version

import docx
import mammoth
from docx2python import docx2python
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

ROWS = (("State", "Median", "Mean"), ("Ohio", "$41,000", "$42,000"), ("", "$43,000", "$44,000"))


def file(skips):
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, words in zip(table.rows, ROWS):
        for cell, said in zip(row.cells, words):
            cell.text = said
    row = table.rows[2]._tr
    if skips:
        row.remove(row.tc_lst[0])
        skipped = OxmlElement("w:gridBefore")
        skipped.set(qn("w:val"), "1")
        row.get_or_add_trPr().append(skipped)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer


for package in ("mammoth", "docx2python", "python-docx"):
    print(package, version(package))
for skips in (False, True):
    word = file(skips)
    html = mammoth.convert_to_html(word).value.rsplit("<tr>", 1)[1]
    cells = re.findall(r"<td>(?:<p>)?(.*?)(?:</p>)?</td>", html)
    with docx2python(word) as read:
        others = [" ".join(cell) for cell in read.body[0][2]]
    row = docx.Document(word).tables[0].rows[2]
    print(f"the last row, skipping a column: {skips}")
    print("    mammoth:", cells)
    print("    docx2python:", others)
    print("    python-docx:", [cell.text for cell in row.cells], "behind", row.grid_cols_before)
    expected = ["$43,000", "$44,000"] if skips else ["", "$43,000", "$44,000"]
    assert cells == expected
    assert others == expected
    assert [cell.text for cell in row.cells] == expected
    assert row.grid_cols_before == skips
END
