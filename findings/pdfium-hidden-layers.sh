#!/bin/sh
# Guessed: a program that takes the text out of a PDF leaves out layers that no reader shows, as
# programs do that draw its pages.
#
# Layers (optional content) are how a file holds several languages, or a draft below the final text.
# PDFium, which draws only what is shown, reads all of them, and so do pypdf, pdfminer.six and
# pdfplumber; of these five MuPDF alone leaves out what is switched off.
#
# Last year's wage, which the publisher switched off, stands beside that of this year.
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
from pikepdf import Array, Dictionary, Name, Stream

pdf = pikepdf.new()
page = pdf.add_blank_page(page_size=(400, 200))
font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
layers = [
    pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String(name)))
    for name in ("2024", "2022")
]
page.Resources = Dictionary(
    Font=Dictionary(F1=font), Properties=Dictionary(L0=layers[0], L1=layers[1])
)
page.Contents = Stream(
    pdf,
    b"/OC /L0 BDC BT /F1 12 Tf 50 100 Td (Pay is $48,100.) Tj ET EMC "
    b"/OC /L1 BDC BT /F1 12 Tf 50 60 Td (Pay is $41,000.) Tj ET EMC",
)
pdf.Root.OCProperties = Dictionary(OCGs=Array(layers), D=Dictionary(OFF=Array(layers[1:])))
file = io.BytesIO()
pdf.save(file)

drawn = pypdfium2.PdfDocument(file)
inks = drawn[0].render().to_numpy()
print("PDFium draws the layer:", bool((inks[120:150] < 255).any()))
assert (inks[80:110] < 255).any() and not (inks[120:150] < 255).any()
READ = {
    "pypdfium2": drawn[0].get_textpage().get_text_range(),
    "pypdf": pypdf.PdfReader(file).pages[0].extract_text(),
    "pdfminer.six": extract_text(file),
    "pdfplumber": pdfplumber.open(file).pages[0].extract_text(),
    "PyMuPDF": pymupdf.open(stream=file.getvalue()).load_page(0).get_text(),
}
for package, text in READ.items():
    print(package, version(package), text.split("\n"))
    assert "$48,100" in text
    assert ("$41,000" in text) == (package != "PyMuPDF")
END
