#!/bin/sh
# Guessed: striprtf's rtf_to_text gives the numbers that a rich text writes before its items.
#
# Those in {\listtext} come back; those in {\pntext}, in which older programs write the same
# numbers, are dropped without a mark. A paragraph that ends within a cell parts its row in lines.
#
# Anyone who imports old manuscripts gets steps without their numbers, and tables as loose lines.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check striprtf==0.0.35
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

newer = rtf_to_text(r"{\rtf1\ansi {\listtext 1.\tab}measure\par {\listtext 2.\tab}cut\par}")
older = rtf_to_text(r"{\rtf1\ansi {\pntext 1.\tab}measure\par {\pntext 2.\tab}cut\par}")
whole = rtf_to_text(r"{\rtf1\ansi \trowd\cellx1\cellx2 Port\cell Pilots\cell\row}")
parted = rtf_to_text(r"{\rtf1\ansi \trowd\cellx1\cellx2 {Port\par}\cell {Pilots\par}\cell\row}")
print("striprtf", version("striprtf"))
print("numbers in \\listtext:", repr(newer))
print("numbers in \\pntext:", repr(older))
print("cells:", repr(whole))
print("cells of paragraphs that end:", repr(parted))
assert "1." in newer
assert "2." in newer
assert "1." not in older
assert "2." not in older
assert "Port|Pilots|" in whole
assert "Port\n|Pilots\n|" in parted
END
