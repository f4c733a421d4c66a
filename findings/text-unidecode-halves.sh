#!/bin/sh
# Guessed: what text-unidecode makes of a number in ASCII is that number.
#
# A fraction is set against the whole number before it: 7½ hours are “71/2 hours”. The minus sign of
# typography (U+2212) is a question mark in brackets, and of “№ 5” the first sign is lost. Unidecode,
# which has the same purpose, sets a space before the fraction and knows the other two.
#
# python-slugify asks text-unidecode unless Unidecode is there, and many feeds and older shop systems
# take ASCII alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    text-unidecode==1.3 Unidecode==1.4.0 python-slugify==9.2.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import text_unidecode
import unidecode

print("text-unidecode", version("text-unidecode"), "Unidecode", version("Unidecode"))
CASES = (
    ("7\u00bd hours", "71/2 hours", "7 1/2 hours"),
    ("2\u00be in.", "23/4 in.", "2 3/4 in."),
    ("\u22125 percent", "[?]5 percent", "-5 percent"),
    ("\u2116 5", " 5", "No.  5"),
    ("10\u201315", "10-15", "10-15"),
)
for text, expected, of_unidecode in CASES:
    print(ascii(text), "->", [text_unidecode.unidecode(text), unidecode.unidecode(text)])
    assert text_unidecode.unidecode(text) == expected
    assert unidecode.unidecode(text) == of_unidecode
END
