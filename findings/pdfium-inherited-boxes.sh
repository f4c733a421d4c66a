#!/bin/sh
# Guessed: get_mediabox and get_cropbox of a page tell its boxes, also where it has them from the
# tree of pages, as ISO 32000 lets it.
#
# PDFium then says that there are none; pypdfium2 answers with a sheet of Letter, whatever the page is.
# Its width and height, and get_bbox, are right, and so are the boxes that pypdf reads.
#
# A check of trim or of what a crop hides judges another sheet; programs that make many pages of one
# size often write it once.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 pypdf==7.1.1
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import pypdf
import pypdfium2
from pypdf.generic import ArrayObject, FloatObject, NameObject

MEDIA, CROP = (0, 0, 450, 666), (9, 9, 441, 657)


def book(inherited):
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(450, 666)
    holder = page["/Parent"] if inherited else page
    del page["/MediaBox"]
    for name, box in (("/MediaBox", MEDIA), ("/CropBox", CROP)):
        holder[NameObject(name)] = ArrayObject(map(FloatObject, box))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


for package in ("pypdfium2", "pypdf"):
    print(package, version(package))
for inherited in (False, True):
    data = book(inherited)
    page = pypdfium2.PdfDocument(data)[0]
    read = page.get_mediabox(), page.get_cropbox()
    print(f"inherited: {inherited}, pypdfium2: {read}, get_bbox {page.get_bbox()}")
    assert read == (((0, 0, 612, 792),) * 2 if inherited else (MEDIA, CROP))
    assert page.get_bbox() == CROP
    assert page.get_size() == (432, 648)
    other = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    print(f"inherited: {inherited}, pypdf: {other.mediabox}, {other.cropbox}")
    assert (tuple(other.mediabox), tuple(other.cropbox)) == (MEDIA, CROP)
END
