#!/bin/sh
# Guessed: “2024-34”, as which the projections of employment from 2024 to 2034 are dated, is no date
# of EDTF, or those ten years: in EDTF (ISO 8601-2) years are parted by a slash, and there is no
# month 34.
#
# It is a date: behind a year, 21 to 41 are parts of it, and 34 is its second quarter. “2019-29” is
# the spring of the southern hemisphere. The package's own reader of texts takes the same characters
# for the ten years, so what one function writes and what another one reads are eleven years or
# three months.
#
# CSL-JSON and catalogues of libraries have their dates in EDTF: a source is then dated by a
# quarter.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import edtf

print("edtf", version("edtf"))
for text, first, last in (
    ("2024-34", (2024, 4, 1), (2024, 6, 30)),
    ("2023-33", (2023, 1, 1), (2023, 3, 31)),
    ("2019-29", (2019, 9, 1), (2019, 11, 30)),
):
    date = edtf.parse_edtf(text)
    found = date.lower_strict()[:3], date.upper_strict()[:3]
    print(f"{text}: {type(date).__name__} from {found[0]} to {found[1]}")
    assert found == (first, last)
meant = edtf.text_to_edtf("2024-34")
date = edtf.parse_edtf(meant)
print("read as a text:", meant, "from", date.lower_strict()[:3], "to", date.upper_strict()[:3])
assert (date.lower_strict()[:3], date.upper_strict()[:3]) == ((2024, 1, 1), (2034, 12, 31))
END
