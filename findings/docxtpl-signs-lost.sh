#!/bin/sh
# Guessed: words that docxtpl fills into a Word template stand in the document as they were given,
# or it is an error.
#
# They are put into the XML as they are. What breaks it is dropped: “R&D” becomes “R”, “5 & 6”
# becomes “5  6”, and of “<$50,000” the sign is lost. Behind what looks like a tag the rest of the
# paragraph is lost. With autoescape=True, which is not on, all of it stays.
#
# Schools fill letters and guides from tables, where departments are called “R&D” and wages
# “<$50,000”.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check docxtpl==0.20.2 python-docx==1.2.0
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

from docx import Document
from docxtpl import DocxTemplate

CASES = (
    ("R&D", "Pay: R a year."),
    ("5 & 6", "Pay: 5  6 a year."),
    ("pay <$50,000", "Pay: pay $50,000 a year."),
    ("<b>$48,100</b>", "Pay: "),
)


def filled(words, **options):
    template, made = io.BytesIO(), io.BytesIO()
    text = Document()
    text.add_paragraph("Pay: {{ pay }} a year.")
    text.save(template)
    document = DocxTemplate(template)
    document.render({"pay": words}, **options)
    document.save(made)
    return Document(made).paragraphs[0].text


print("docxtpl", version("docxtpl"))
for words, expected in CASES:
    made, escaped = filled(words), filled(words, autoescape=True)
    print(repr(words), "->", repr(made), "escaped:", repr(escaped))
    assert made == expected
    assert escaped == f"Pay: {words} a year."
END
