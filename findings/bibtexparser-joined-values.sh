#!/bin/sh
# Guessed: a value that is joined with # is read as BibTeX reads it, or the entry fails.
#
# BibTeX joins texts, numbers and abbreviations with #: month = 10 # "~" # jan. bibtexparser gives
# back what was typed, quotation marks and signs of joining among it, and tells of no failure; an
# abbreviation that is made so stands in each value that uses it.
#
# A list of sources would print “"American " # "Economic Review"” for a journal.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check bibtexparser==2.1.0
"$folder/venv/bin/python" - <<'END'
import bibtexparser

print("bibtexparser", bibtexparser.__version__)
TEXT = """
@string{aer = "American " # "Economic Review"}
@article{a, journal = aer, title = {On } # "Work", month = 10 # "~" # aug}
"""
library = bibtexparser.parse_string(TEXT)
assert library.failed_blocks == []
(entry,) = library.entries
for field in entry.fields:
    print(f"{field.key}: {field.value}")
assert entry["journal"] == '"American " # "Economic Review"'
assert entry["title"] == '{On } # "Work"'
assert entry["month"] == '10 # "~" # aug'
END
