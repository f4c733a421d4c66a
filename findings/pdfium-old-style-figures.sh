#!/bin/sh
# Guessed: figures in old style are read as digits, since a reader sees digits.
#
# Expert fonts of the eighties and nineties name theirs “oneoldstyle” and small capitals “Asmall”.
# Adobe's list of glyph names gives them characters of its own, which Unicode leaves to private use
# (U+F731, U+F761). PDFium, pypdf, pdfplumber and MuPDF all hand out those: no “1”, but a sign that
# few fonts have. Figures that are raised come as what they are.
#
# Books that were set with such fonts have their figures in old style throughout: a wage is gone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pikepdf==10.18.0 pypdfium2==5.15.2 pypdf==7.1.1 pdfplumber==0.11.10 PyMuPDF==2.0
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import pdfplumber
import pikepdf
import pymupdf
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream


def read(names):
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(400, 200))
    encoding = Dictionary(Differences=Array([65, *(Name(f"/{name}") for name in names)]))
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=encoding
    )
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    letters = bytes(range(65, 65 + len(names)))
    page.Contents = Stream(pdf, b"BT /F1 12 Tf 50 100 Td (%s) Tj ET" % letters)
    file = io.BytesIO()
    pdf.save(file)
    return {
        "pypdfium2": pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range(),
        "pypdf": pypdf.PdfReader(file).pages[0].extract_text(),
        "pdfplumber": pdfplumber.open(file).pages[0].extract_text(),
        "PyMuPDF": pymupdf.open(stream=file.getvalue()).load_page(0).get_text().strip(),
    }


PRIVATE = {"\uf724": "$", "\uf734": "4", "\uf738": "8", "\uf731": "1", "\uf730": "0"}
WAGE = ("dollaroldstyle", "fouroldstyle", "eightoldstyle", "comma", "oneoldstyle", "zerooldstyle")
for package, text in read(WAGE).items():
    print(package, version(package), ascii(text))
    assert not any(map(str.isdigit, text))
    assert "".join(PRIVATE.get(sign, sign) for sign in text) == "$48,10"
for package, text in read(("Asmall", "Bsmall", "onesuperior", "foursuperior")).items():
    print(package, ascii(text))
    assert text == "\uf761\uf762\u00b9\u2074"
END
