#!/bin/sh
# Guessed: pikepdf's Page.label is what a reader shows for a page; after Z, pages that are counted in
# letters go on with AA, BB, CC, as ISO 32000 has it (26 pages a round).
#
# pikepdf goes on as columns of a spreadsheet do, AA, AB, AC. pypdf 7 and PDFium give AA, BB, CC.
#
# Who looks up the page that an index names finds another one from the 28th page of an appendix on.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pikepdf==10.18.0 pypdf==7.1.1 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

from pikepdf import Array, Dictionary, Name, Pdf
from pypdf import PdfReader
from pypdfium2 import PdfDocument

buffer = io.BytesIO()
with Pdf.new() as pdf:
    for _ in range(29):
        pdf.add_blank_page()
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.A)]))
    by_pikepdf = [page.label for page in pdf.pages][25:]
    pdf.save(buffer)
by_pypdf = PdfReader(buffer).page_labels[25:]
with PdfDocument(buffer.getvalue()) as opened:
    by_pdfium = [opened.get_page_label(index) for index in range(25, 29)]
for package, labels in (("pikepdf", by_pikepdf), ("pypdf", by_pypdf), ("pypdfium2", by_pdfium)):
    print(package, version(package), labels)
assert by_pypdf == by_pdfium == ["Z", "AA", "BB", "CC"]
assert by_pikepdf == ["Z", "AA", "AB", "AC"]
END
