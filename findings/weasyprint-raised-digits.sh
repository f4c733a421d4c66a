#!/bin/sh
# Guessed: font-variant-position: super raises a digit. CSS Fonts has reduced ones made of the usual
# ones where a font has none for it, since a digit that is not raised means something else.
#
# WeasyPrint asks the font alone: without the feature sups, which many fonts lack, the digit stays
# as large as the others and on the line, and nothing warns.
#
# A wage of $9 with note 3 is printed as $93.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import base64
import io
from importlib.metadata import version

import pypdfium2
import weasyprint
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def made_font():
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (450, 700), (450, 0)):
        pen.lineTo(corner)
    pen.closePath()
    box, names = pen.glyph(), [".notdef", "three", "nine"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("3"): "three", ord("9"): "nine"})
    builder.setupGlyf(dict.fromkeys(names, box))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    buffer = io.BytesIO()
    builder.save(buffer)
    return base64.b64encode(buffer.getvalue()).decode()


FONT = f"@font-face {{ font-family: Boxes; src: url(data:font/ttf;base64,{made_font()}) }}"


def places(style):
    html = f"<style>{FONT} p {{ font: 20px Boxes }}</style><p>9<span style='{style}'>3</span>"
    with pypdfium2.PdfDocument(weasyprint.HTML(string=html).write_pdf()) as pdf:
        text = pdf[0].get_textpage()
        words = text.get_text_range()
        boxes = (text.get_charbox(words.index(digit)) for digit in "93")
        return words, [(round(box[1], 1), round(box[3], 1)) for box in boxes]


print("WeasyPrint", version("weasyprint"))
words, (nine, three) = places("font-variant-position: super")
print(f"by font-variant-position: {words}, foot and head of 9 {nine}, of 3 {three}")
assert words == "93"
assert nine == three
_, (nine, three) = places("vertical-align: super")
print(f"by vertical-align: foot and head of 9 {nine}, of 3 {three}")
assert three > nine
END
