#!/bin/sh
# Guessed: bold letters that a page prints by setting them twice, a hair apart, are read once.
#
# PDFium reads them once. pypdf and pdfminer.six give the line twice, and pdfplumber each letter: of
# $48,100 become “$$4488,,110000”.
#
# Word processors of the nineties, and fonts without a bold cut, make bold like this. Whoever looks
# for digits and commas finds 4488 and 110000, and both are wages. (pdfplumber can be asked to leave
# double letters out, for each page.)
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pikepdf==10.18.0 pypdfium2==5.15.2 pypdf==7.1.1 pdfplumber==0.11.10
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import pdfplumber
import pikepdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from pikepdf import Dictionary, Name, Stream

pdf = pikepdf.new()
page = pdf.add_blank_page(page_size=(400, 200))
font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
page.Resources = Dictionary(Font=Dictionary(F1=font))
page.Contents = Stream(
    pdf, b"".join(b"BT /F1 12 Tf %.1f 100 Td (Pay $48,100) Tj ET " % left for left in (50, 50.3))
)
file = io.BytesIO()
pdf.save(file)
READ = {
    "pypdfium2": (pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range(), "Pay $48,100"),
    "pypdf": (pypdf.PdfReader(file).pages[0].extract_text(), "Pay $48,100Pay $48,100"),
    "pdfminer.six": (extract_text(file).strip(), "Pay $48,100\nPay $48,100"),
    "pdfplumber": (pdfplumber.open(file).pages[0].extract_text(), "PPaayy $$4488,,110000"),
}
for package, (text, expected) in READ.items():
    print(package, version(package), repr(text))
    assert text == expected
once = pdfplumber.open(file).pages[0].dedupe_chars().extract_text()
print("pdfplumber, when it is asked:", once)
assert once == "Pay $48,100"
END
