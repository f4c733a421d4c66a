#!/bin/sh
# Guessed: striprtf's rtf_to_text gives all words of a rich text, or says that it cannot.
#
# The words of footnotes are dropped without a mark; what is no rich text comes back as it is, as
# if it had been read.
#
# Anyone who imports a manuscript loses its notes, and takes another kind of file for a text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check striprtf==0.0.35
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

manuscript = (
    r"{\rtf1\ansi Half earn more than $43,460."
    r"{\super 1}{\footnote\pard {\super 1} Bureau of Labor Statistics, May 2024.} They rise early.}"
)
text, other = rtf_to_text(manuscript), rtf_to_text("%PDF-1.7 and what follows")
print("striprtf", version("striprtf"))
print("a rich text with a note:", repr(text))
print("another kind of file:", repr(other))
assert "Bureau" not in text
assert "rise early" in text
assert other == "%PDF-1.7 and what follows"
END
