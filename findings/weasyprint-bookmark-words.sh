#!/bin/sh
# Guessed: the bookmark of a heading says the words of the heading.
#
# WeasyPrint puts the number of a footnote that is called in it there, too, without a space, since the
# call is taken for text of the element. Words that a line break parts are one in the bookmark.
#
# A section is listed as “Wages in 20241” by PDF readers, by screen readers in their list of sections.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import pypdfium2
import weasyprint

STYLE = "<style>span { float: footnote }</style>"
print("WeasyPrint", version("weasyprint"))
CASES = (
    ("Wages in 2024", "Wages in 2024"),
    ("Wages in 2024<span>By the Bureau.</span>", "Wages in 20241"),
    ("Wages<br>in 2024", "Wagesin 2024"),
)
for heading, expected in CASES:
    html = f"{STYLE}<h1>{heading}</h1><p>Text.</p>"
    with pypdfium2.PdfDocument(weasyprint.HTML(string=html).write_pdf()) as pdf:
        (said,) = [bookmark.get_title() for bookmark in pdf.get_toc()]
    print(f"{heading}: {said!r}")
    assert said == expected
END
