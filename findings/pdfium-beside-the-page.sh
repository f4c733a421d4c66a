#!/bin/sh
# Guessed: text that the page's crop box cuts off is not in the text of the page.
#
# PDFium has two calls: one gives the text within the page, the other all of it, in silence. pypdf,
# pdfminer.six and pdfplumber give what lies outside, too; MuPDF does not.
#
# Files for a press have the name of the document, the date and remarks beside the trimmed page, and
# who exports them for readers often crops them only: these words become a last paragraph.
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
page.Resources = Dictionary(Font=Dictionary(F1=font))
page.CropBox = Array([0, 80, 400, 200])
page.Contents = Stream(
    pdf,
    b"BT /F1 12 Tf 50 100 Td (Pay is $48,100.) Tj ET "
    b"BT /F1 8 Tf 50 20 Td (welders-7.indd, second proof) Tj ET",
)
file = io.BytesIO()
pdf.save(file)

words = pypdfium2.PdfDocument(file)[0].get_textpage()
READ = (
    ("pypdfium2", "get_text_bounded", words.get_text_bounded(), False),
    ("pypdfium2", "get_text_range", words.get_text_range(), True),
    ("pypdf", "extract_text", pypdf.PdfReader(file).pages[0].extract_text(), True),
    ("pdfminer.six", "extract_text", extract_text(file), True),
    ("pdfplumber", "extract_text", pdfplumber.open(file).pages[0].extract_text(), True),
    ("PyMuPDF", "get_text", pymupdf.open(stream=file.getvalue()).load_page(0).get_text(), False),
)
for package, call, text, cut_off in READ:
    print(package, version(package), call, text.split())
    assert "$48,100" in text
    assert ("proof" in text) == cut_off
END
