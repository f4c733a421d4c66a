#!/bin/sh
# Guessed: mammoth keeps the words that Word shows for a field, in whichever form it is written.
#
# Word writes a field in two forms. Of the long one (w:fldChar) mammoth keeps the words; of the
# short one (w:fldSimple), which means the same, it drops them. A message says that an element
# was ignored, not that it held words.
#
# Years, totals and cross-references vanish out of the middle of sentences.
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


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


code = '<w:r><w:instrText xml:space="preserve"> DOCPROPERTY Year </w:instrText></w:r>'
forms = {
    "w:fldChar": field("begin") + code + field("separate") + run("2024") + field("end"),
    "w:fldSimple": f'<w:fldSimple w:instr=" DOCPROPERTY Year ">{run("2024")}</w:fldSimple>',
}
print("mammoth", version("mammoth"))
found = {}
for name, form in forms.items():
    found[name] = html(f"<w:p>{run('Wages of ')}{form}{run(' rose.')}</w:p>")
    said = [message.message for message in found[name].messages]
    print(f"{name:11} {found[name].value} messages: {said}")
assert found["w:fldChar"].value == "<p>Wages of 2024 rose.</p>"
assert found["w:fldSimple"].value == "<p>Wages of  rose.</p>"
assert [message.message for message in found["w:fldSimple"].messages] == [
    "An unrecognised element was ignored: w:fldSimple"
]
END
