#!/bin/sh
# Guessed: what is set in small capitals throughout is read as it was written: “Nora, RN”.
#
# A face has one small capital for a letter and its capital. WeasyPrint notes for each shape the letters
# that it was first drawn for, and no more than that: behind “nurses” the capitals of a name are read as
# small letters, and behind a capital the small ones as capitals.
#
# Credentials are often set so, and are copied, read aloud and looked for.
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

LETTERS = "NORASLnorasl "
FEATURES = "".join(
    f"feature {name} {{ {rules} }} {name};\n"
    for name, rules in (
        ("smcp", "".join(f"sub u{ord(letter.lower())} by {letter}.sc;" for letter in "NORASL")),
        ("c2sc", "".join(f"sub u{ord(letter)} by {letter}.sc;" for letter in "NORASL")),
    )
)


def made_font():
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 700), (450, 700), (450, 0)):
        pen.lineTo(corner)
    pen.closePath()
    codes = {ord(letter): f"u{ord(letter)}" for letter in LETTERS}
    names = [".notdef", *codes.values(), *(f"{letter}.sc" for letter in "NORASL")]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(codes)
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.addOpenTypeFeatures(FEATURES)
    buffer = io.BytesIO()
    builder.save(buffer)
    return base64.b64encode(buffer.getvalue()).decode()


FONT = f"@font-face {{ font-family: Boxes; src: url(data:font/ttf;base64,{made_font()}) }}"


def read(words, style):
    html = f"<style>{FONT} p {{ font: 20px Boxes; font-variant-caps: {style} }}</style><p>{words}</p>"
    with pypdfium2.PdfDocument(weasyprint.HTML(string=html).write_pdf()) as pdf:
        return pdf[0].get_textpage().get_text_range()


print("WeasyPrint", version("weasyprint"))
CASES = (
    ("small-caps", "norsl Nora Oslo", "norsl Nora Oslo"),
    ("all-small-caps", "norsl Nora Oslo", "norsl nora oslo"),
    ("all-small-caps", "Nora Oslo norsl", "Nora oslo Norsl"),
)
for style, words, expected in CASES:
    print(f"{words!r} in {style} is read as {(found := read(words, style))!r}")
    assert found == expected
END
