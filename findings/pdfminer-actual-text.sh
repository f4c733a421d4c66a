#!/bin/sh
# Guessed: what a file says that its letters stand for (ActualText) is what is read of them.
#
# PDFium and MuPDF read it. pypdf, pdfminer.six and pdfplumber read the letters that are drawn: a
# figure that is shown otherwise, and the hyphen at a line's end that stands for nothing.
#
# Files for screen readers say so where the page shows thousands, fractions that are made of two
# numbers, or letters of symbol fonts.
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
from pdfminer.high_level import extract_text
from pikepdf import Dictionary, Name, Stream

pdf = pikepdf.new()
page = pdf.add_blank_page(page_size=(400, 200))
font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
page.Resources = Dictionary(Font=Dictionary(F1=font))
page.Contents = Stream(
    pdf,
    b"BT /F1 12 Tf 50 100 Td (Pay is ) Tj /Span <</ActualText ($48,100)>> BDC (48.1) Tj EMC "
    b"( a year) Tj ET",
)
file = io.BytesIO()
pdf.save(file)
READ = {
    "pypdfium2": pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range(),
    "PyMuPDF": pymupdf.open(stream=file.getvalue()).load_page(0).get_text(),
    "pypdf": pypdf.PdfReader(file).pages[0].extract_text(),
    "pdfminer.six": extract_text(file),
    "pdfplumber": pdfplumber.open(file).pages[0].extract_text(),
}
for package, text in READ.items():
    print(package, version(package), repr(text.strip()))
    says = package in ("pypdfium2", "PyMuPDF")
    assert text.strip() == f"Pay is {'$48,100' if says else '48.1'} a year"
END
