#!/bin/sh
# Guessed: write_html of fpdf2 strikes out what stands between <del> and </del>.
#
# It goes on to the end of the paragraph: the new wage is struck out together with the old one.
# <s> ends where it should, and so do <u> and <b>.
#
# Guides and price lists show a change like this: the old figure struck out, and then the new one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check fpdf2==2.8.9
"$folder/venv/bin/python" - <<'END'
import re
from importlib.metadata import version

from fpdf import FPDF

print("fpdf2", version("fpdf2"))
struck = {}
for tag in ("del", "s", "u"):
    pdf = FPDF()
    pdf.compress = False
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    pdf.write_html(f"<p>Pay was <{tag}>$41,000</{tag}> $48,100 a year.</p>")
    page = bytes(pdf.output()).decode("latin-1")
    struck[tag] = sum(float(width) for width in re.findall(r"([\d.]+) -[\d.]+ re f", page))
wages = [pdf.k * pdf.get_string_width(words) for words in ("$41,000", "$41,000 $48,100 a year.")]
print("old wage and rest of the line:", wages, "lines drawn:", struck)
assert abs(struck["s"] - wages[0]) < 0.1 and abs(struck["u"] - wages[0]) < 0.1
assert abs(struck["del"] - wages[1]) < 0.1
END
