#!/bin/sh
# Guessed: words that stand apart on a page are apart in its text, whatever the size of its type.
#
# pdfplumber adds a space where there are more than 3 points between two letters. In type of 8
# points, in which TeX sets notes and tables, a space is 2.7 points wide, and TeX writes none into
# the file: “Paywas$48,100ayear”. Two columns of figures that are as close become one number.
# PDFium goes by the size of the type, and so does pdfminer.six, on which pdfplumber is built.
#
# Reports on wages are often set in TeX, their tables in small type.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pdfplumber==0.11.10 pdfminer.six==20260107 pypdfium2==5.15.2 reportlab==5.1.0
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import pdfplumber
import pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfgen.canvas import Canvas


def page(words, size):
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Times-Roman", size)
    left = 72
    for word in words.split():
        canvas.drawString(left, 700, word)
        left += canvas.stringWidth(word, "Times-Roman", size) + size / 3
    canvas.save()
    return file.getvalue()


print("pdfplumber", version("pdfplumber"))
for words in ("Pay was $48,100 a year", "Ohio $48,100 457,300"):
    for size in (10, 8):
        raw = page(words, size)
        with pdfplumber.open(io.BytesIO(raw)) as pdf:
            plumber = pdf.pages[0].extract_text()
        miner = extract_text(io.BytesIO(raw)).strip()
        pdfium = pypdfium2.PdfDocument(raw)[0].get_textpage().get_text_range()
        print(size, "points:", repr(plumber), repr(miner), repr(pdfium))
        assert miner == pdfium == words
        assert plumber == (words if size == 10 else words.replace(" ", ""))
END
