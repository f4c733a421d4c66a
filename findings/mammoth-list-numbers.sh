#!/bin/sh
# Guessed: a numbered list of a Word document keeps its numbers as <ol start="…">.
#
# A list that Word starts at 4 begins at 1, and one that goes on behind another paragraph, as
# Word's steps with a picture between them do, begins at 1 again. No message is given.
#
# “Repeat step 5” leads to another step, or to none.
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


def html(body, numbering):
    """Return what mammoth makes of a Word document of that body and those lists."""
    override = '<Override PartName="/word/{0}.xml" ContentType="' + TYPE + '.{1}+xml"/>'
    parts = {
        "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
{override.format("document", "document.main")}
{override.format("numbering", "numbering")}</Types>""",
        "_rels/.rels": f"""<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"
Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>""",
        "word/_rels/document.xml.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>""",
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{WORD}">{numbering}</w:numbering>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return mammoth.convert_to_html(file)


def step(text):
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


lists = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="4"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
picture = "<w:p><w:r><w:t>A picture.</w:t></w:r></w:p>"
print("mammoth", version("mammoth"))
print("Word: 4. Apply 5. Train / A picture. / 6. Work")
found = html(step("Apply") + step("Train") + picture + step("Work"), lists)
print("mammoth:", found.value, "messages:", found.messages)
assert found.value == "<ol><li>Apply</li><li>Train</li></ol><p>A picture.</p><ol><li>Work</li></ol>"
assert not found.messages
END
