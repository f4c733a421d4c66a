#!/bin/sh
# Guessed: `pdf_variant="pdf/x-1a"` makes PDF/X-1a of a document, or stops where it cannot.
#
# WeasyPrint 70 writes the name of the standard and turns off what it has switches for, and looks
# at nothing that the document draws: a faint paragraph keeps its transparency group, a colour
# stays in RGB, a link stays an annotation within the page, and without an `@color-profile`
# there is no output intent. PDF/X-1a:2003 (ISO 15930-4) allows none of the first three within the
# page and asks for the last. The file says “PDF/X-1a:2003” all the same.
#
# Why it matters: a printer's preflight refuses the file, or its RIP flattens and converts what the
# publisher was promised would not need it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pikepdf==10.18.0
"$folder/venv/bin/python" - <<'END'
import io

import pikepdf
import weasyprint

print("WeasyPrint", weasyprint.__version__)
PAGE = """<html lang="en"><title>Leaflet</title><style>
@page { size: 4in 4in; bleed: 9pt }
body { color: device-cmyk(0 0 0 1) }
</style>"""
FAINT = '<p style="opacity: 0.5">Faint words</p>'
BLUE = '<p style="color: #3366cc">Blue words</p>'
LINK = '<p><a href="https://example.org/">A link</a></p>'


def made(body):
    data = weasyprint.HTML(string=PAGE + body).write_pdf(pdf_variant="pdf/x-1a")
    return pikepdf.open(io.BytesIO(data))


for name, body in (("faint", FAINT), ("blue", BLUE), ("link", LINK)):
    with made(body) as pdf:
        claim = str(pdf.docinfo["/GTS_PDFXVersion"])
        groups = sum(isinstance(o, pikepdf.Stream) and "/Group" in o for o in pdf.objects)
        rgb = b" rg" in pdf.pages[0].Contents.read_bytes()
        notes = len(pdf.pages[0].obj.get("/Annots", []))
        intents = len(pdf.Root.get("/OutputIntents", []))
        print(f"{name}: {claim}, groups {groups}, RGB {rgb}, links {notes}, intents {intents}")
        assert claim == "PDF/X-1a:2003"
        assert intents == 0
        assert {"faint": groups, "blue": rgb, "link": notes}[name]
END
