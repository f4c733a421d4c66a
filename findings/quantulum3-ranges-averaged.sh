#!/bin/sh
# Guessed: a range has two quantities, or is kept as one with both ends: “12 to 24 months”.
#
# quantulum3 gives the mean, with half of the distance as its uncertainty: 18 months, give or take
# 6, also where each end has its unit. $30,000 to $35,000 are $32,500, but two sums again before “a
# year”. A code of the form 31-2011 becomes the number 1021.
#
# No one wrote 18: what is quoted as the length of a program is a figure that the text does not have.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check quantulum3==0.10.0
"$folder/venv/bin/python" - <<'END'
import warnings
from importlib.metadata import version

warnings.simplefilter("ignore")  # it is asked without the classifier, which it recommends
from quantulum3 import parser

print("quantulum3", version("quantulum3"))
CASES = (
    ("Programs take 12 to 24 months.", [(18.0, 6.0, "month")]),
    ("Programs take 12 months to 24 months.", [(18.0, 6.0, "month")]),
    ("Jobs grow by 5 to 10 percent.", [(7.5, 2.5, "percentage")]),
    ("They lift 25-50 pounds.", [(37.5, 12.5, "pound-mass")]),
    ("SOC 31-2011", [(1021.0, 990.0, "dimensionless")]),
    ("Pay is $30,000 to $35,000.", [(32500.0, 2500.0, "dollar")]),
    (
        "Pay is $30,000 to $35,000 a year.",
        [(30000.0, None, "dollar"), (35000.0, None, "dollar per year")],
    ),
)
for text, expected in CASES:
    found = [(q.value, q.uncertainty, q.unit.name) for q in parser.parse(text)]
    print(text, found)
    assert found == expected
END
