#!/bin/sh
# Guessed: in a tagged PDF a paragraph is one P, and its words are parted by spaces.
#
# A paragraph that goes on on the next page is two P elements, a table two Table elements of
# which the second repeats the head. No space is written at a line's end, nor where a space
# stands in an element of its own, so that words of two lines are one. A hyphen at a line's end
# is a hyphen of the text (ISO 32000-1, 14.8.2.2.3 asks for spaces, and for U+00AD).
#
# A screen reader stops in mid-sentence, and says "awayaway" and "drive hyphen way".
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


def kinds_in(element):
    """Yield the types of all elements of the structure."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S)
            yield from kinds_in(kid)


def opened(body, rules):
    source = f"""<!DOCTYPE html><html lang="en"><title>T</title>
<style>@page {{ size: 300px 200px; margin: 20px }} * {{ margin: 0 }} {rules}</style>{body}"""
    return pikepdf.open(io.BytesIO(weasyprint.HTML(string=source).write_pdf(pdf_variant="pdf/ua-1")))


def glyphs(pdf):
    """Return how many glyphs are shown on the first page."""
    shown = b"".join(
        bytes(part)
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
        if str(operator) == "TJ"
        for part in operands[0]
        if isinstance(part, pikepdf.String)
    )
    return len(shown) // 2


print("WeasyPrint", weasyprint.__version__)
with opened("<p>" + "Some words of a paragraph. " * 40, "p { orphans: 1; widows: 1 }") as pdf:
    count = list(kinds_in(pdf.Root.StructTreeRoot)).count("/P")
    print("pages:", len(pdf.pages), " elements P of one paragraph:", count)
    assert count == len(pdf.pages) > 1
rows = "<tr><td>one<td>two" * 20
with opened(f"<table><thead><tr><th>A<th>B<tbody>{rows}</table>", "") as pdf:
    kinds = list(kinds_in(pdf.Root.StructTreeRoot))
    print("pages:", len(pdf.pages), " elements Table of one table:", kinds.count("/Table"))
    assert kinds.count("/Table") == kinds.count("/THead") == len(pdf.pages) > 1
with opened("<p>driveway away", "p { width: 4em }") as pdf:
    print("glyphs of “driveway away” on two lines:", glyphs(pdf))
    assert glyphs(pdf) == len("drivewayaway")
with opened("<p>by<span> </span><b>ten</b>", "") as pdf:
    print("glyphs of “by ten”, the space in an element:", glyphs(pdf))
    assert glyphs(pdf) == len("byten")
END
