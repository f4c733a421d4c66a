#!/bin/sh
# Guessed: a hyphen at the end of a line in a PDF is a hyphen in the text that PDFium gives, whatever
# it is asked by.
#
# A line that ends on U+2010 keeps it, followed by a line break. One that ends on the keyboard's
# hyphen loses both: FPDFText_GetText, by which pypdfium2 gives a range of characters, has
# U+FFFE in their place, FPDFText_GetBoundedText U+0002. A hyphen within a line stays.
#
# A program that proves what a book prints, or reads it back, meets two signs that are in no text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import io

import pypdfium2
import weasyprint

PAGE = """<html lang="en"><title>A</title><style>@page { size: 120pt 200pt; margin: 10pt }
p { font: 12pt serif; hyphenate-character: "%s"; hyphens: auto; width: 60pt }</style>
<p>transportation on-site"""


def texts(sign):
    """Return a page's text as a range of characters, and as what stands within its bounds."""
    pdf = weasyprint.HTML(string=PAGE % sign).write_pdf()
    page = pypdfium2.PdfDocument(io.BytesIO(pdf))[0].get_textpage()
    return page.get_text_range(), page.get_text_bounded()


print("pypdfium2", pypdfium2.PYPDFIUM_INFO.version, "WeasyPrint", weasyprint.__version__)
typed, proper = texts("-"), texts("\u2010")
print("the keyboard's hyphen:", *map(ascii, typed))
print("U+2010:", *map(ascii, proper))
assert "trans\ufffeportation" in typed[0]
assert "trans\x02portation" in typed[1]
assert all("trans\u2010\r\nportation" in text for text in proper)
assert all("on-site" in text for text in (*typed, *proper))
END
