#!/bin/sh
# Guessed: a hyphenation dictionary is applied as it says itself. That for English begins with
# RIGHTHYPHENMIN 3: its patterns are made for words of which three letters or more go to the next line.
#
# Pyphen passes over those lines and leaves two letters, in each language: “week-ly”. Patterns for
# Marathi and Sanskrit ask for three and four. WeasyPrint takes what it finds, unless a stylesheet
# says hyphenate-limit-chars.
#
# Lines of a book begin with “ly” and “er” alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyphen==0.18.1
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import pyphen

CASES = (("weekly", "week-ly"), ("facility", "fa-cil-i-ty"), ("career", "ca-reer"))
print("Pyphen", version("pyphen"))
lines = pyphen.LANGUAGES["en_US"].read_text("utf-8").splitlines()
print("the dictionary says", asked := [line for line in lines if line.startswith("RIGHT")])
assert asked == ["RIGHTHYPHENMIN 3"]
dictionary = pyphen.Pyphen(lang="en_US")
for word, expected in CASES:
    print(word, "is parted as", dictionary.inserted(word))
    assert dictionary.inserted(word) == expected
assert pyphen.Pyphen(lang="en_US", right=3).inserted("weekly") == "weekly"
END
