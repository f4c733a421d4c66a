#!/bin/sh
# Guessed: pdf_tags=True tags a file as the version of PDF asks for that it is written in.
#
# Without pdf_version the file is PDF 1.7, as its head says, but its structure is that of PDF 2.0:
# the version is compared as a text, and “None” is more than “2.0”. So the tree names the
# namespace of PDF 2.0, which ISO 32000-1 does not know. With pdf_version="1.7" it does not.
#
# Figures are placed in CSS pixels from the upper left corner of the page, too; ISO 32000-1,
# table 344, wants points of the page's own space, from its lower left corner.
#
# A file is tagged in two versions of the format at once, and no reader finds its pictures.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    weasyprint==70.0 pydyf==0.13.0 pikepdf==10.18.0
"$folder/venv/bin/python" - <<'END'
import io

import pikepdf
import weasyprint

SOURCE = """<!DOCTYPE html><html lang="en"><title>Guide</title>
<style>@page { size: 400px 400px; margin: 40px } * { margin: 0; padding: 0 } img { display: block }</style>
<img alt="A square." style="width: 100px; height: 100px" src="data:image/svg+xml,
<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>">"""


def written(**options):
    """Return the head of a tagged file, whether it names PDF 2.0, and where its figure stands."""
    data = weasyprint.HTML(string=SOURCE).write_pdf(pdf_tags=True, **options)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        boxes = [
            [float(edge) for edge in item.A.BBox]
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
        return data[:8].decode(), "/Namespaces" in pdf.Root.StructTreeRoot, boxes


print("WeasyPrint", weasyprint.__version__)
for options in ({}, {"pdf_version": "1.7"}):
    print(options, written(**options))
# 40 pixels are 30 points, and the page is 300 points high: (30, 195, 105, 270).
figure = [40.0, 40.0, 140.0, 140.0]
assert written() == ("%PDF-1.7", True, [figure])
assert written(pdf_version="1.7") == ("%PDF-1.7", False, [figure])
END
