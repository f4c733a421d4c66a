#!/bin/sh
# Guessed: search_dates finds the dates of a running text, and nothing where there is none.
#
# Each “may” of an English sentence is the month, in the current year, and so is “march on”. Of
# $48,100 the 48 is the year 2048, and “the 2024-34 decade” is three hundred and some years ago: 34
# decades.
#
# What somebody may do stands in each paragraph on duties. A guide is dated by the sum of its wages.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
"$folder/venv/bin/python" - <<'END'
from datetime import datetime
from importlib.metadata import version

from dateparser.search import search_dates

print("dateparser", version("dateparser"))
SETTINGS = {"RELATIVE_BASE": datetime(2026, 1, 15)}


def found(text):
    dates = search_dates(text, languages=["en"], settings=SETTINGS) or []
    return [(words, date.year, date.month) for words, date in dates]


for text, expected in (
    ("Nurses work nights.", []),
    ("Nurses may work nights.", [("may", 2026, 5)]),
    ("Lines of welders march on.", [("march on", 2026, 3)]),
    ("In May 2024 pay was $48,100.", [("In May 2024", 2024, 5), ("$48", 2048, 1)]),
    ("the 2024-34 decade", [("the 2024-34 decade", 1686, 1)]),
):
    dates = found(text)
    print(f"{text} {dates}")
    assert dates == expected
END
