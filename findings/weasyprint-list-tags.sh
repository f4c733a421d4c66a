#!/bin/sh
# Guessed: with pdf_variant="pdf/ua-1", an item of a list is tagged as a label and a body,
# whether its words stand in the item itself or in a paragraph.
#
# An item that holds a paragraph, as Markdown makes of a list with blank lines between its items,
# gets a label and a bare P. ISO 14289-1, 7.2 lets an item (LI) hold Lbl and LBody only.
#
# A list with blank lines costs the file the standard that it declares.
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


def children(item):
    source = f"""<!DOCTYPE html><html lang="en"><title>Guide</title>
<ul><li>{item}</li><li>{item}</li></ul>"""
    data = weasyprint.HTML(string=source).write_pdf(pdf_variant="pdf/ua-1")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        waiting = [pdf.Root.StructTreeRoot]
        while waiting:
            element = waiting.pop(0)
            kids = element.get("/K", [])
            kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            elements = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
            if element.get("/S") == "/LI":
                return [str(kid.S) for kid in elements]
            waiting += elements


print("WeasyPrint", weasyprint.__version__)
tight, loose = children("Apply early."), children("<p>Apply early.</p>")
print("<li>words</li>:       ", tight)
print("<li><p>words</p></li>:", loose)
assert tight == ["/Lbl", "/LBody"]
assert loose == ["/Lbl", "/P"]
END
