#!/bin/sh
# Guessed: a repeated cell of an OpenDocument table fills all of its columns.
#
# Pandoc reads a cell with table:number-columns-repeated once, so the cells after it move to the
# left: the mean wage ends up below “Median”, and nothing below “Mean”. odfdo repeats the cell.
#
# Tables from spreadsheets have such cells wherever neighbours are equal, such as “n/a” twice.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pypandoc-binary==1.17 odfpy==1.4.1 odfdo==3.27.3
"$folder/venv/bin/python" - <<'END'
import pathlib
import tempfile

import odfdo
import pypandoc
from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableColumn, TableHeaderRows, TableRow
from odf.text import P


def row(*cells):
    made = TableRow()
    for words, times in cells:
        cell = TableCell(numbercolumnsrepeated=times) if times > 1 else TableCell()
        cell.addElement(P(text=words))
        made.addElement(cell)
    return made


text = OpenDocumentText()
table = Table(name="Pay")
table.addElement(TableColumn(numbercolumnsrepeated=4))
head = TableHeaderRows()
head.addElement(row(("State", 1), ("Lowest", 1), ("Median", 1), ("Mean", 1)))
table.addElement(head)
table.addElement(row(("Ohio", 1), ("$30,000", 1), ("$48,100", 1), ("$50,200", 1)))
table.addElement(row(("Utah", 1), ("n/a", 2), ("$47,300", 1)))
text.text.addElement(table)
print("pandoc", pypandoc.get_pandoc_version())
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder, "pay.odt")
    text.save(str(path))
    made = pypandoc.convert_file(str(path), "gfm", extra_args=["--wrap=none"]).replace("\\$", "$")
    print(made)
    rows = [[word.strip() for word in line.strip("|").split("|")] for line in made.splitlines()]
    last = [cell.text_content for cell in odfdo.Document(str(path)).body.get_table(0).get_row(2).cells]
    print("odfdo:", last)
assert rows[0] == ["State", "Lowest", "Median", "Mean"], rows
assert rows[2] == ["Ohio", "$30,000", "$48,100", "$50,200"], rows
assert rows[3] == ["Utah", "n/a", "$47,300", ""], rows
assert last == ["Utah", "n/a", "n/a", "$47,300"], last
END
