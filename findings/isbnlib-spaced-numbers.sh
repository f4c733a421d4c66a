#!/bin/sh
# Guessed: get_isbnlike, which finds ISBNs in a text, finds those that canonical accepts by
# themselves, and no telephone numbers.
#
# ISBNs whose parts are separated by spaces, as the agencies' own manual allows, are not found,
# nor those with hyphens that do not break or with dashes; telephone numbers of ten digits are.
# canonical accepts all of them, but no ISBN with “ISBN-13” before it.
#
# Old imprint pages separate the parts by spaces, and typeset ones have hyphens that do not break.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check isbnlib==3.10.14
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import isbnlib

CASES = (
    ("978-0-306-40615-7", ["978-0-306-40615-7"], "9780306406157"),
    ("978 0 306 40615 7", [], "9780306406157"),
    ("0 306 40615 2", [], "0306406152"),
    ("978\u20110\u2011306\u201140615\u20117", [], "9780306406157"),
    ("978\u20130\u2013306\u201340615\u20137", [], "9780306406157"),
    ("ISBN 978-0-306-40615-7", ["978-0-306-40615-7"], "9780306406157"),
    ("ISBN-13 978-0-306-40615-7", ["978-0-306-40615-7"], ""),
    ("Call 800-555-0199.", ["800-555-0199"], "8005550199"),
)

print("isbnlib", version("isbnlib"))
for text, expected, canonical in CASES:
    found, one = isbnlib.get_isbnlike(text), isbnlib.canonical(text)
    print(ascii(text), found, repr(one))
    assert (found, one) == (expected, canonical)
END
