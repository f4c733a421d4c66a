#!/bin/sh
# Guessed: a title that pypdf sets is the title of the file, as its own reader then says.
#
# It is written into the information dictionary alone, which PDF 2.0 gives up. The metadata in XMP,
# where PDF/UA asks for the title, keep the old one, and readers that look there announce it.
# pikepdf writes both when the title is set in its XMP.
#
# A publisher renames a guide in all finished files. A screen reader still says the other title.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pypdf==7.1.1 weasyprint==70.0 pikepdf==10.18.0
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import pikepdf
import pypdf
import weasyprint

for package in ("pypdf", "pikepdf", "weasyprint"):
    print(package, version(package))
OLD = weasyprint.HTML(string="<html lang=en><title>Welders</title><h1>Welders</h1>").write_pdf(
    pdf_variant="pdf/ua-1"
)


def by_pypdf():
    writer, written = pypdf.PdfWriter(clone_from=io.BytesIO(OLD)), io.BytesIO()
    writer.add_metadata({"/Title": "Welding"})
    writer.write(written)
    return written


def by_pikepdf():
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(OLD)) as pdf:
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = "Welding"
        pdf.save(written)
    return written


for make, expected in ((by_pypdf, ("Welding", "Welders")), (by_pikepdf, ("Welding", "Welding"))):
    with pikepdf.open(make()) as pdf:
        found = str(pdf.docinfo["/Title"]), pdf.open_metadata()["dc:title"]
    print(f"{make.__name__}: {found[0]} in the dictionary, {found[1]} in XMP")
    assert found == expected
    assert pypdf.PdfReader(make()).metadata.title == "Welding"
END
