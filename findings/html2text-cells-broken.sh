#!/bin/sh
# Guessed: each row of a table is a line of the Markdown that html2text makes of it, and its words
# stay apart.
#
# A line break in a cell ends the row: what follows is a row of its own, in the first column, so that
# “a year” stands below the occupations. Two paragraphs in a cell lose what parts them:
# “$48,100in 2024” is one word.
#
# Cells of two lines are how tables say to what a wage belongs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    html2text==2025.4.15 markdown-it-py==4.3.0
"$folder/venv/bin/python" - <<'END'
import re
from importlib.metadata import version

import html2text
from markdown_it import MarkdownIt

print("html2text", version("html2text"))
TABLE = (
    "<table><tr><th>Job</th><th>Pay</th></tr><tr><td>Welder</td><td>{}</td></tr>"
    "<tr><td>Cook</td><td>$36,000</td></tr></table>"
)
CASES = (
    ("$48,100 a year", [["Welder", "$48,100 a year"], ["Cook", "$36,000"]]),
    ("$48,100<br>a year", [["Welder", "$48,100"], ["a year", ""], ["Cook", "$36,000"]]),
    ("<p>$48,100</p><p>in 2024</p>", [["Welder", "$48,100in 2024"], ["Cook", "$36,000"]]),
)
for cell, expected in CASES:
    markdown = html2text.HTML2Text(bodywidth=0).handle(TABLE.format(cell))
    read = MarkdownIt().enable("table").render(markdown)
    rows = [re.findall("<td>(.*?)</td>", row) for row in read.split("<tr>")[2:]]
    print(cell, "is written as", repr(markdown), "and read as", rows)
    assert rows == expected
END
