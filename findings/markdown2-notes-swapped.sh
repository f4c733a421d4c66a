#!/bin/sh
# Guessed: the number of a footnote in the text is that of its note in the list, and notes are
# numbered in the order in which the text calls them.
#
# markdown2 numbers the calls in that order, and lists the notes in the order in which they are
# written. Where the two orders differ, the call “1” has the words of the second note beside that
# number; only the links are right. Python-Markdown numbers both by the notes, so the first call
# of the text may be “2”.
#
# Authors add a note and write it at the end. On paper, where nobody follows a link, a wage has
# the wrong source.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown2==2.5.5 Markdown==3.11.3
"$folder/venv/bin/python" - <<'END'
import re
from importlib.metadata import version

import markdown
import markdown2

TEXT = "Pay.[^pay] Jobs.[^jobs]\n\n[^jobs]: About jobs\n[^pay]: About pay\n"

print("markdown2", version("markdown2"), "Markdown", version("Markdown"))
for made, expected in (
    (markdown2.markdown(TEXT, extras=["footnotes"]), ["1", "2"]),
    (markdown.markdown(TEXT, extensions=["footnotes"]), ["2", "1"]),
):
    calls = re.findall(r">(\d+)</a></sup>", made)
    notes = re.findall(r"About \w+", made)
    print("calls", calls, "notes in the list", notes)
    assert calls == expected, made
    assert notes == ["About jobs", "About pay"], made
END
