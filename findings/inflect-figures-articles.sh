#!/bin/sh
# Guessed: inflect, which knows that one says “an MRI” and “a European”, chooses between “a” and
# “an” before figures, too, by how they are spoken, and makes a plural of an abbreviation as it is
# written.
#
# Each figure has “a”: “a 8-hour shift”, “a 11-month program”. Each plural of capitals is in
# capitals: RNS, EMTS. A word of capitals and then a vowel has “an”: “an UX designer”.
#
# Sentences of a template, “a … program”, read well for most guides, and are wrong for eight,
# eleven, eighteen and eighty.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check inflect==7.6.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import inflect

print("inflect", version("inflect"))
engine = inflect.engine()
for words, expected in (
    ("MRI technician", "an MRI technician"),
    ("European", "a European"),
    ("eight-hour shift", "an eight-hour shift"),
    ("8-hour shift", "a 8-hour shift"),
    ("11-month program", "a 11-month program"),
    ("80,000", "a 80,000"),
    ("UX designer", "an UX designer"),
):
    found = engine.a(words)
    print(found)
    assert found == expected
for word, expected in (("nurse", "nurses"), ("RN", "RNS"), ("EMT", "EMTS"), ("CEO", "CEOS")):
    found = engine.plural(word)
    print(f"{word}: {found}")
    assert found == expected
END
