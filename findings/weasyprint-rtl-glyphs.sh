#!/bin/sh
# Guessed: what is read of a PDF are the signs that are seen, whatever was drawn before.
#
# WeasyPrint 70 takes down once what a glyph means, when it is first drawn. A bracket in a text from
# right to left is drawn as the other one, and said to mean the one that was typed: from then on
# Latin text reads ")2024(" where "(2024)" is printed.
#
# Why it matters: search, copies and screen readers get other signs than a page shows, and only in
# books that hold both directions.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2 fontpkg-amiri==1.2
"$folder/venv/bin/python" - <<'END'
import fontpkg_amiri
import pypdfium2
import weasyprint
from pathlib import Path

print("WeasyPrint", weasyprint.__version__)
FACE = Path(fontpkg_amiri.__file__).parent / "files" / "Amiri-Regular.ttf"
STYLE = (
    f"<style>@font-face {{ font-family: Amiri; src: url({FACE.as_uri()}) }}"
    " p { font: 20px Amiri }</style>"
)


def read(*paragraphs):
    """Return what is read of each line of a page."""
    html = STYLE + "".join(paragraphs)
    page = pypdfium2.PdfDocument(weasyprint.HTML(string=html).write_pdf())[0]
    return page.get_textpage().get_text_range().split("\r\n")


WORD = "\u0623\u0642\u0633\u0627\u0645"
(latin,) = read("<p>(2024)</p>")
_, behind = read(f"<p dir=rtl>{WORD} ({WORD})</p>", "<p>(2024)</p>")
print("in Latin text:", latin, "and behind Arabic brackets:", behind)
assert latin == "(2024)"
assert behind != "(2024)"
END
