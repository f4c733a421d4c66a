#!/bin/sh
# Guessed: docx2txt gives the signs of a paragraph, also those that Word has elements for.
#
# A hyphen that does not break is left out, and so are signs of a symbol font. In Word one types such a
# hyphen for a minus that stays beside its figure, and in “full-time”.
#
# “A change of -3 percent” is read as one of 3 percent: what falls rises.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check docx2txt==0.9 mammoth==1.13.0
"$folder/venv/bin/python" - <<'END'
import io
import zipfile
from importlib.metadata import version

import docx2txt
import mammoth

BODY = """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body><w:p>{}</w:p>
<w:sectPr/></w:body></w:document>"""
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default
Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override
PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument\
.wordprocessingml.document.main+xml"/></Types>"""
LINKS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships\
/officeDocument" Target="word/document.xml"/></Relationships>"""


def run(inner):
    return f"<w:r>{inner}</w:r>"


def words(text):
    return run(f'<w:t xml:space="preserve">{text}</w:t>')


def file(paragraph):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parts:
        parts.writestr("[Content_Types].xml", TYPES)
        parts.writestr("_rels/.rels", LINKS)
        parts.writestr("word/document.xml", BODY.format(paragraph))
    buffer.seek(0)
    return buffer


HYPHEN = run("<w:noBreakHyphen/>")
AT_LEAST = run('<w:sym w:font="Symbol" w:char="F0B3"/>')
CASES = (
    (words("a change of ") + HYPHEN + words("3 percent"), "a change of 3 percent", "\u20113 percent"),
    (words("full") + HYPHEN + words("time"), "fulltime", "full\u2011time"),
    (words("18") + AT_LEAST + words("16"), "1816", "18\u226516"),
)
for package in ("docx2txt", "mammoth"):
    print(package, version(package))
for paragraph, expected, kept in CASES:
    found = docx2txt.process(file(paragraph)).strip()
    other = mammoth.extract_raw_text(file(paragraph)).value.strip()
    print(f"docx2txt reads {found!a}, mammoth {other!a}")
    assert found == expected
    assert kept in other
END
