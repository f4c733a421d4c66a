#!/bin/sh
# Guessed: a page that names no day has no date, or that of the month that it names.
#
# htmldate gives the first of January: of wages “in May 2024”, and of a projection “from 2024 to
# 2034”. So it does with a Spanish date in full, which it reads in French, German and English.
#
# A day that nobody wrote goes into the record of a source as the day on which it appeared.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import htmldate

print("htmldate", version("htmldate"))
CASES = (
    ("Updated May 5, 2024", "2024-05-05"),
    ("Mis \u00e0 jour le 5 mai 2024", "2024-05-05"),
    ("Stand: 5. Mai 2024", "2024-05-05"),
    ("Actualizado el 5 de mayo de 2024", "2024-01-01"),
    ("The median wage was $48,100 in May 2024.", "2024-01-01"),
    ("Jobs are projected to grow from 2024 to 2034.", "2024-01-01"),
)
for text, expected in CASES:
    page = f"<html><head><title>Welder</title></head><body><p>{text}</p></body></html>"
    found = htmldate.find_date(page)
    print(ascii(text), "is dated", found)
    assert found == expected
END
