#!/bin/sh
# Guessed: of the alternatives in an SVG's <switch>, which are marked with languages, WeasyPrint
# draws the first that fits the document, or the one without a mark (SVG 2, 5.9).
#
# It draws all of them, usually on top of each other. CairoSVG draws the one without a mark.
#
# Translated drawings hold their words like this, in one file for all languages. The labels of a
# chart cannot be read then.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2 CairoSVG==2.9.1
"$folder/venv/bin/python" - <<'END'
import base64
from importlib.metadata import version

import cairosvg
import pypdfium2
import weasyprint

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><switch>
<text x="10" y="15" systemLanguage="es">Salario</text>
<text x="10" y="25" systemLanguage="de">Lohn</text>
<text x="10" y="35">Pay</text>
</switch></svg>"""


def words(raw):
    return pypdfium2.PdfDocument(raw)[0].get_textpage().get_text_range()


address = "data:image/svg+xml;base64," + base64.b64encode(DRAWING).decode()
print("WeasyPrint", version("weasyprint"), "CairoSVG", version("CairoSVG"))
for language in ("es", "de", "en"):
    page = f'<html lang="{language}"><img src="{address}" alt="Pay"></html>'
    drawn = words(weasyprint.HTML(string=page).write_pdf())
    print(language, repr(drawn))
    assert drawn.split() == ["Salario", "Lohn", "Pay"], drawn
other = words(cairosvg.svg2pdf(DRAWING)).strip()
print("CairoSVG", repr(other))
assert other == "Pay", other
END
