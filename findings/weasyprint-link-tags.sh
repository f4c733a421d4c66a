#!/bin/sh
# Guessed: with pdf_variant="pdf/ua-1", a link is one annotation in one Link element, whatever
# stands inside of the link.
#
# Each element within the link, such as bold type, gets an annotation of its own for the same
# address, and that one is an object of a NonStruct element. ISO 14289-1, 7.18.5, with ISO
# 32000-1, 14.8.4.4.2, wants it in a Link element, so the file that says PDF/UA-1 is none.
#
# A file that is sold as accessible fails an audit over a link with one bold word.
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


def owners(words):
    """Return the type of the structure element that owns each link annotation."""
    source = f"""<!DOCTYPE html><html lang="en"><title>Guide</title>
<p>See <a href="https://example.org/">{words}</a>.</p>"""
    data = weasyprint.HTML(string=source).write_pdf(pdf_variant="pdf/ua-1")
    found = []

    def walk(element):
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                if kid.get("/Type") == "/OBJR":
                    found.append(str(element.S))
                else:
                    walk(kid)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        walk(pdf.Root.StructTreeRoot)
    return found


print("WeasyPrint", weasyprint.__version__)
plain, bold = owners("the whole report"), owners("the <b>whole</b> report")
print("link of plain words:      ", plain)
print("link with a word in bold: ", bold)
assert plain == ["/Link"]
assert bold == ["/Link", "/NonStruct"]
END
