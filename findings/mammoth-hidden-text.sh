#!/bin/sh
# Guessed: what Word hides stays hidden when mammoth converts a document, or is told.
#
# Text with the font effect “Hidden” (w:vanish) comes out like all other text, without
# a message.
#
# Editors keep remarks for colleagues in hidden text. They are printed in the book.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0
"$folder/venv/bin/python" - <<'END'
import io
import zipfile
from importlib.metadata import version

import mammoth

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def html(body):
    """Return what mammoth makes of a Word document of that body."""
    parts = {
        "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/></Types>""",
        "_rels/.rels": f"""<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"
Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>""",
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return mammoth.convert_to_html(file)


remark = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Ask legal first.</w:t></w:r>"
space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
print("mammoth", version("mammoth"))
found = html(f"<w:p>{remark}{space}<w:r><w:t>Wages rose.</w:t></w:r></w:p>")
print(found.value, "messages:", found.messages)
assert found.value == "<p>Ask legal first. Wages rose.</p>"
assert not found.messages
END
