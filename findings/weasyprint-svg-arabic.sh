#!/bin/sh
# Guessed: the words of an SVG are set as those of a page are. Arabic letters take the forms in
# which they join, and follow each other from right to left (SVG 2, 11.5: text layout is CSS's).
#
# WeasyPrint 70 draws an SVG's text letter by letter, each by itself from left to right. An Arabic
# word comes out in letters that stand alone, its first one on the left: nobody can read it. Latin
# words show nothing of this, but lose their kerning and ligatures.
#
# Why it matters: the labels of a chart are unreadable in a book whose text is set well.
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
WORD = "\u0633\u0646\u0629"
STYLE = (
    f"<style>@font-face {{ font-family: Amiri; src: url({FACE.as_uri()}) }}"
    " @page { size: 400px 200px; margin: 20px } p { font: 40px Amiri; margin: 0 }</style>"
)


def width(body):
    """Return how wide a word is that is drawn on a page, in points, and where its letters stand."""
    page = pypdfium2.PdfDocument(weasyprint.HTML(string=STYLE + body).write_pdf())[0]
    text = page.get_textpage()
    lefts = {chr_: text.get_charbox(n)[0] for n, chr_ in enumerate(text.get_text_range()) if chr_ in WORD}
    boxes = [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range()[n] in WORD]
    return max(b[2] for b in boxes) - min(b[0] for b in boxes), lefts


page_width, on_page = width(f"<p dir=rtl>{WORD}</p>")
svg = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" font-family="Amiri"'
    f' font-size="40"><text x="20" y="60">{WORD}</text></svg>'
)
svg_width, in_drawing = width(svg)
first, last = WORD[0], WORD[-1]
print(f"on the page {page_width:.0f} points wide, in a drawing {svg_width:.0f}")
print("on the page the first letter is on the", "right" if on_page[first] > on_page[last] else "left")
print("in a drawing it is on the", "right" if in_drawing[first] > in_drawing[last] else "left")
assert on_page[first] > on_page[last]
assert in_drawing[first] < in_drawing[last]
assert svg_width > 1.1 * page_width
END
