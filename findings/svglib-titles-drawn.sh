#!/bin/sh
# Guessed: what describes a text of an SVG (<title>, <desc>) is not drawn with it.
#
# svglib draws it: a text “Jobs” with the title “In 2024” reads “In 2024Jobs”. It leaves out
# titles of groups, and CairoSVG leaves out all of them.
#
# Titles are what makes a chart accessible. In PDFs made with ReportLab they become part of
# labels.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check svglib==2.3.2 reportlab==5.1.0 CairoSVG==2.9.1 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import cairosvg
import pypdfium2
from reportlab.graphics import renderPDF
from svglib.svglib import svg2rlg

CASES = (
    ("<text y='20'><title>In 2024</title>Jobs</text>", "In 2024Jobs"),
    ("<text y='20'>Jobs<desc>In 2024</desc></text>", "JobsIn 2024"),
    ("<g><title>In 2024</title><text y='20'>Jobs</text></g>", "Jobs"),
)


def words(raw):
    return pypdfium2.PdfDocument(raw)[0].get_textpage().get_text_range().strip()


print("svglib", version("svglib"), "CairoSVG", version("CairoSVG"))
for inner, expected in CASES:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='200' height='40'>{inner}</svg>".encode()
    drawn = words(renderPDF.drawToString(svg2rlg(io.BytesIO(svg))))
    other = words(cairosvg.svg2pdf(svg))
    print(inner, repr(drawn), repr(other))
    assert (drawn, other) == (expected, "Jobs")
END
