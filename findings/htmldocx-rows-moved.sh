#!/bin/sh
# Guessed: an HTML table that is put into a Word document by htmldocx has its cells below the same
# heads.
#
# A cell over two rows is put into the first alone, and the next row moves to the left: the mean
# wage of Ohio stands below “State”. Terms and what they say are run together, “Median
# pay$48,100”, as are a summary and its details, and a numbered list loses its first number.
#
# Wages by state and year are what cells over several rows are for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check htmldocx==0.0.6 python-docx==1.2.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from docx import Document
from htmldocx import HtmlToDocx


def made(page):
    document = Document()
    HtmlToDocx().add_html_to_document(page, document)
    return document


print("htmldocx", version("htmldocx"))
table = made(
    "<table><tr><th>State</th><th>Wage</th><th>Pay</th></tr>"
    '<tr><td rowspan="2">Ohio</td><td>Median</td><td>$48,100</td></tr>'
    "<tr><td>Mean</td><td>$50,200</td></tr></table>"
).tables[0]
rows = [[cell.text for cell in row.cells] for row in table.rows]
print(*rows, sep="\n")
assert rows[1:] == [["Ohio", "Median", "$48,100"], ["Mean", "$50,200", ""]], rows
for page, expected in (
    ("<dl><dt>Median pay</dt><dd>$48,100</dd></dl>", "Median pay$48,100"),
    ("<details><summary>Median pay</summary>$48,100</details>", "Median pay$48,100"),
):
    words = [paragraph.text for paragraph in made(page).paragraphs]
    print(page, words)
    assert words == [expected]
item = made('<ol start="3"><li>Weld</li></ol>').paragraphs[0]
print(item.style.name, item.text, item._p.xml.count("w:numId"))
assert item.style.name == "List Number" and "w:numId" not in item._p.xml
END
