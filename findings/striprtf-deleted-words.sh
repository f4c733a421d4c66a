#!/bin/sh
# Guessed: striprtf's rtf_to_text gives a text as it reads with its tracked changes: new words in, old
# ones out; or it leaves out what was inserted and keeps what was deleted.
#
# It does neither: both are given, one behind the other.
#
# A wage that was corrected is imported twice, the old figure first.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check striprtf==0.0.35
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

SOURCE = (
    r"{\rtf1\ansi The wage is {\deleted\revauthdel1 $48,100}{\revised\revauth1 $49,200} a year.\par}"
)
words = rtf_to_text(SOURCE).strip()
print("striprtf", version("striprtf"))
print("$48,100 was deleted, $49,200 inserted:", words)
assert words == "The wage is $48,100$49,200 a year."
END
