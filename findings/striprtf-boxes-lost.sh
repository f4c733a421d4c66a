#!/bin/sh
# Guessed: striprtf's rtf_to_text gives all words that a page of rich text shows, also those in boxes.
#
# It passes over each group whose first word it has in a list, with all that stands in it. What a
# text box holds, what an embedded object shows, and words that have a form for old programs and
# one in Unicode, as names with letters of several alphabets do, are in such groups: they are gone.
#
# Box and object hold what an editor has set off as important, such as a warning or a table of pay.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check striprtf==0.0.35
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

CASES = {
    "a text box": r"They {\shp{\*\shpinst{\shptxt wear helmets and }}}weld.",
    "an object": r"They {\object\objemb{\*\objdata 01}{\result wear helmets and }}weld.",
    "a name in Unicode": r"By {\upr{Jo?e}{\*\ud{Jo\u382 ?e}}}.",
}
print("striprtf", version("striprtf"))
for name, source in CASES.items():
    words = rtf_to_text(rf"{{\rtf1\ansi {source}\par}}").strip()
    print(f"{name}: {words!r}")
    assert words in ("They weld.", "By .")
END
