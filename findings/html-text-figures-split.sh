#!/bin/sh
# Guessed: text that a page shows without a space is extracted without one, whichever parts of it
# are bold or raised.
#
# html-text puts a space at each inline tag, except before a few marks: “$<b>48</b>,100” becomes
# “$ 48,100”, “30<b>-</b>40” becomes “30 - 40”, and 7<sup>1</sup>/<sub>2</sub> becomes “7 1 / 2”.
# With guess_punct_space=False, there is a space before the comma, too. For raised note numbers it
# helps.
#
# What was a range, a fraction or a sum of money then reads as several numbers and signs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check html-text==0.7.1
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from html_text import extract_text

CASES = (
    ("<p>$<b>48</b>,100 a year</p>", "$ 48,100 a year", "$ 48 ,100 a year"),
    ("<p>30<b>-</b>40 hours</p>", "30 - 40 hours", "30 - 40 hours"),
    ("<p>7<sup>1</sup>/<sub>2</sub> hours</p>", "7 1 / 2 hours", "7 1 / 2 hours"),
    ("<p>$48,100<sup>1</sup> a year</p>", "$48,100 1 a year", "$48,100 1 a year"),
)

print("html-text", version("html-text"))
for page, *expected in CASES:
    made = [extract_text(page, guess_punct_space=guess) for guess in (True, False)]
    print(page, made)
    assert made == expected
END
