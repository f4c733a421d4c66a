#!/bin/sh
# Guessed: a heading with its letters set apart, as designers set capitals, is read as its words,
# for the spaces between the words are in the file.
#
# PyMuPDF and pdfminer.six put a space behind each letter. PyMuPDF writes no more than one, so
# nothing tells where a word ends: “J O B O U T L O O K”. pdfplumber, which measures in points,
# does so from 4 points of room on, and with 3 breaks words: “JOB OUTL OOK”. PDFium and pypdf read
# the words.
#
# Headings are what the sections of an old guide are found by.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PyMuPDF==2.0 pdfminer.six==20260107 pdfplumber==0.11.10 pypdf==7.1.1 pypdfium2==5.15.2 reportlab==5.1.0
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import pdfplumber
import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfgen.canvas import Canvas


def heading(room):
    file = io.BytesIO()
    canvas = Canvas(file)
    text = canvas.beginText(72, 700)
    text.setFont("Helvetica", 12)
    text.setCharSpace(room)
    text.textOut("JOB OUTLOOK")
    canvas.drawText(text)
    canvas.save()
    return file.getvalue()


def read(raw):
    with pdfplumber.open(io.BytesIO(raw)) as pdf:
        plumber = pdf.pages[0].extract_text()
    return {
        "PyMuPDF": pymupdf.open(stream=raw)[0].get_text().strip(),
        "pdfminer.six": extract_text(io.BytesIO(raw)).strip(),
        "pdfplumber": plumber,
        "pypdf": pypdf.PdfReader(io.BytesIO(raw)).pages[0].extract_text().strip(),
        "pypdfium2": pypdfium2.PdfDocument(raw)[0].get_textpage().get_text_range(),
    }


PLUMBER = {2: "JOB OUTLOOK", 3: "JOB OUTL OOK", 4: "J O B O U T L O O K"}

for room, plumber in PLUMBER.items():
    found = read(heading(room))
    for name, words in found.items():
        print(room, "points apart:", name, version(name), repr(words))
    assert found["PyMuPDF"] == "J O B O U T L O O K"
    assert found["pdfminer.six"] == "J O B   O U T L O O K"
    assert found["pdfplumber"] == plumber
    assert found["pypdf"] == found["pypdfium2"] == "JOB OUTLOOK"
END
