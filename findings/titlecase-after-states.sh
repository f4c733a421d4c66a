#!/bin/sh
# Guessed: titlecase, which knows initials such as “U.S.”, leaves a small word behind them small.
#
# It takes their last stop for the end of a sentence: “Pay in the U.S. And Canada”, “Washington, D.C.
# And Beyond”, “Dr. Of Nursing”. Behind “St.” and a word it does not.
#
# Headings of guides name the country, and a capital in their middle reads as a second title.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check titlecase==2.4.1
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from titlecase import titlecase

print("titlecase", version("titlecase"))
for text, expected in (
    ("pay in the US and Canada", "Pay in the US and Canada"),
    ("pay in the U.S. and Canada", "Pay in the U.S. And Canada"),
    ("jobs in the U.S. by state", "Jobs in the U.S. By State"),
    ("jobs in Washington, D.C. and beyond", "Jobs in Washington, D.C. And Beyond"),
    ("work for St. Jude and others", "Work for St. Jude and Others"),
):
    made = titlecase(text)
    print(text, "->", made)
    assert made == expected
END
