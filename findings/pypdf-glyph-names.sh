#!/bin/sh
# Guessed: a letter's form that a font names behind a full stop, “one.oldstyle” or “a.sc”, is read as
# that letter, as Adobe's rules for glyph names say: what stands behind the stop counts for nothing.
#
# PDFium, pdfplumber and MuPDF do so. pypdf writes the name itself into the text, with its slash:
# $41 is “/dollar.tf/four.tf/one.tf”, and a ligature “/f_i”.
#
# Files without a table of characters (ToUnicode) are read by these names. Figures that line up in
# columns, as in tables of wages, are such forms.
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


CASES = (
    (("dollar", "four", "one"), "$41", "$41"),
    (("dollar.tf", "four.tf", "one.tf"), "$41", "/dollar.tf/four.tf/one.tf"),
    (("one.oldstyle", "a.sc", "hyphen.case"), "1a-", "/one.oldstyle/a.sc/hyphen.case"),
)
for names, expected, of_pypdf in CASES:
    for package, text in read(names).items():
        print(package, version(package), names, repr(text))
        assert text == (of_pypdf if package == "pypdf" else expected)
END
