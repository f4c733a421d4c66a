#!/bin/sh
# Guessed: two hyphens, with which fpdf2 can underline words in its Markdown, do so at the edges of
# words only, as two underscores or stars do elsewhere.
#
# Each pair is taken for a mark and is gone, also a single one: of the range $30,000--$35,000 becomes
# $30,000$35,000, and all that follows is underlined, up to the next pair. Of the years 2024--34
# becomes 202434.
#
# Two hyphens are how plain texts write the dash of a range.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check fpdf2==2.8.9 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import fpdf
import pypdfium2

print("fpdf2", version("fpdf2"))
CASES = (
    ("Pay is $30,000-$35,000.", "Pay is $30,000-$35,000."),
    ("Pay is $30,000--$35,000.", "Pay is $30,000$35,000."),
    ("Pay is $30,000--$35,000, or $40--$45.", "Pay is $30,000$35,000, or $40$45."),
    ("From 2014--24 to 2024--34", "From 201424 to 202434"),
)
for text, expected in CASES:
    page = fpdf.FPDF()
    page.add_page()
    page.set_font("helvetica", size=12)
    page.multi_cell(0, text=text, markdown=True)
    printed = pypdfium2.PdfDocument(bytes(page.output()))[0].get_textpage().get_text_range()
    print(text, "is printed as", printed)
    assert printed == expected
END
