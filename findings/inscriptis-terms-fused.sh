#!/bin/sh
# Guessed: inscriptis, made to keep the layout of a page in its text, sets the terms of a definition
# list and what is said of them on lines of their own, as browsers do, and cells below their heads.
#
# It knows no dl, dt and dd: all of a list stands in one line without a space, “Median pay$48,100”. The
# second row of a cell over two rows begins at the left, so that a wage stands below “State”.
#
# Quick facts of occupations are such lists, and tables of wages have such cells.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check inscriptis==2.7.6
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from inscriptis import get_text

LIST = """<dl><dt>Median pay</dt><dd>$48,100 a year</dd><dt>Jobs</dt><dd>457,300</dd></dl>"""
TABLE = """<table><tr><th>State</th><th>Pay</th></tr><tr><td rowspan="2">Ohio</td><td>$40,000</td></tr>
<tr><td>$41,000</td></tr></table>"""
print("inscriptis", version("inscriptis"))
print(repr(found := get_text(f"<html><body>{LIST}</body></html>").strip()))
assert found == "Median pay$48,100 a yearJobs457,300"
text = get_text(f"<html><body>{TABLE}</body></html>")
print(rows := [line.rstrip() for line in text.splitlines() if line.strip()])
assert [row.split() for row in rows] == [["State", "Pay"], ["Ohio", "$40,000"], ["$41,000"]]
assert rows[1].index("$") == rows[0].index("Pay")
assert rows[2].index("$") == rows[0].index("State")
END
