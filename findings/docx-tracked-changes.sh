#!/bin/sh
# Guessed: the text of a paragraph that python-docx gives is that before an editor's tracked
# changes, or that after them.
#
# It is neither: what was deleted is left out, as if the changes were accepted, and what was
# inserted is left out, as if they were refused. What was moved is in no place any more.
# Word shows the new wording, or both.
#
# An editor changes “50 dollars” to “60 dollars” and sends the manuscript back with the changes
# marked. Whoever reads it by program gets a sentence without a figure, and no warning.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
"$folder/venv/bin/python" - <<'END'
import io

import docx
from docx.oxml import parse_xml

WHO = 'w:author="An editor" w:date="2024-05-01T09:00:00Z"'
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def run(words, element="t"):
    return f'<w:r><w:{element} xml:space="preserve">{words}</w:{element}></w:r>'


def change(kind, number, inner):
    return f'<w:{kind} w:id="{number}" {WHO}>{inner}</w:{kind}>'


PARAGRAPHS = (
    run("The fee is ")
    + change("del", 1, run("50", "delText"))
    + change("ins", 2, run("60"))
    + run(" dollars."),
    f'<w:moveFromRangeStart w:id="3" w:name="move1" {WHO}/>'
    + change("moveFrom", 4, run("Bring a photo. "))
    + '<w:moveFromRangeEnd w:id="3"/>'
    + run("Call first."),
    run("Then go there. ")
    + f'<w:moveToRangeStart w:id="5" w:name="move1" {WHO}/>'
    + change("moveTo", 6, run("Bring a photo."))
    + '<w:moveToRangeEnd w:id="5"/>',
)
written = docx.Document()
for inner in reversed(PARAGRAPHS):
    written.element.body.insert(0, parse_xml(f'<w:p xmlns:w="{SPACE}">{inner}</w:p>'))
file = io.BytesIO()
written.save(file)

print("python-docx", docx.__version__)
read = [paragraph.text for paragraph in docx.Document(file).paragraphs]
for text in read:
    print(repr(text))
assert read == ["The fee is  dollars.", "Call first.", "Then go there. "], read
END
