#!/bin/sh
# Guessed: tabulate prints a string as it is, and a number with all its digits.
#
# A column of strings that all look like numbers is formatted as numbers with six digits: 104225.50
# becomes 104226, and 1048100.75 becomes 1.0481e+06. A rate of 4.50 becomes 4.5. One cell that is not
# a number leaves the whole column as it is. Codes with a leading zero (0110) stay.
#
# Tables of wages are read from CSV as strings. In Markdown they come out rounded.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check tabulate==0.10.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from tabulate import tabulate

print("tabulate", version("tabulate"))
HEAD = ["ISCO", "Pay", "Growth"]
ROWS = [["0110", "104225.50", "4.50"], ["2221", "1048100.75", "10.00"]]


def cells(rows):
    made = tabulate(rows, HEAD, tablefmt="pipe")
    print(made)
    return [[word.strip() for word in line.strip("|").split("|")] for line in made.split("\n")[2:]]


assert cells(ROWS) == [["0110", "104226", "4.5"], ["2221", "1.0481e+06", "10"]]
withheld = ["7212", "*", "**"]
assert cells([*ROWS, withheld]) == [*ROWS, withheld]
END
