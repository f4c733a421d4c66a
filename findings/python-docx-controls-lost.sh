#!/bin/sh
# Guessed: the paragraphs of a document that python-docx gives are all of its paragraphs, with the
# words that a page shows.
#
# What stands in a content control is left out: within a line the words, between blocks whole
# paragraphs and tables. So are the words that an older Word has marked as the name of a place (a
# smart tag). mammoth and docx2python read all of them. Nothing says that something was left out.
#
# Templates of publishers are forms of such controls: the title, the wage and the date of a guide.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    python-docx==1.2.0 mammoth==1.13.0 docx2python==3.7.1
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import docx
import mammoth
from docx.oxml import parse_xml
from docx2python import docx2python

for package in ("python-docx", "mammoth", "docx2python"):
    print(package, version(package))
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


BLOCKS = (
    f"<w:p {W}>{run('Pay is ')}<w:sdt><w:sdtContent>{run('$48,100')}</w:sdtContent></w:sdt>"
    f"{run(' a year.')}</w:p>",
    f"<w:sdt {W}><w:sdtContent><w:p>{run('It rises.')}</w:p></w:sdtContent></w:sdt>",
    f'<w:p {W}>{run("Most work in ")}<w:smartTag w:uri="urn:a" w:element="place">{run("Ohio")}'
    f"</w:smartTag>{run('.')}</w:p>",
)
document, buffer = docx.Document(), io.BytesIO()
for block in BLOCKS:
    document.element.body.insert(len(document.element.body) - 1, parse_xml(block))
document.save(buffer)
found = [paragraph.text for paragraph in docx.Document(buffer).paragraphs]
other = mammoth.extract_raw_text(buffer).value.split("\n\n")[:3]
with docx2python(buffer) as read:
    third = read.text.split("\n\n")[:3]
print("python-docx:", found)
print("mammoth:", other)
print("docx2python:", third)
assert found == ["Pay is  a year.", "Most work in ."]
assert other == third == ["Pay is $48,100 a year.", "It rises.", "Most work in Ohio."]
END
