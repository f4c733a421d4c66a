#!/bin/sh
# Guessed: PDFium gives the text of a line that runs from right to left in the order in which it
# was written. It reorders such lines, and a Latin address is one run of Latin letters and signs
# that stand between them (UAX #9, N1).
#
# PDFium 5.15.2 reorders a line by classes of letters alone: an address is parted at each stop
# and slash, and its parts come in the opposite order.
#
# Why it matters: who searches, copies or proves the text of an Arabic or Hebrew page finds
# “ooh/gov.bls.www” where “www.bls.gov/ooh” is printed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2 fontpkg-amiri==1.2
"$folder/venv/bin/python" - <<'END'
import fontpkg_amiri
import pypdfium2
import weasyprint
from pathlib import Path

FACE = Path(fontpkg_amiri.__file__).parent / "files" / "Amiri-Regular.ttf"
STYLE = (
    f"<style>@font-face {{ font-family: Amiri; src: url({FACE.as_uri()}) }}"
    " @page { size: 8in 4in } p { font: 20px Amiri }</style>"
)
WORDS = "\u062a\u062c\u062f\u0647\u0627 \u0641\u064a www.bls.gov/ooh \u0623\u0648 \u0641\u064a \u0627\u0644\u0645\u0643\u062a\u0628\u0629 \u0627\u0644\u0639\u0627\u0645\u0629"
page = pypdfium2.PdfDocument(weasyprint.HTML(string=f"{STYLE}<p dir=rtl>{WORDS}").write_pdf())[0]
text = page.get_textpage()
read = text.get_text_range()
print(ascii(read))
lefts = [text.get_charbox(n)[0] for n, sign in enumerate(read) if sign in "wbg"]
assert "www.bls.gov/ooh" in WORDS
assert "www.bls.gov/ooh" not in read
assert "ooh/gov.bls.www" in read
END
