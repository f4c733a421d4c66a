#!/bin/sh
# Guessed: what parts words in Word parts them in what mammoth makes of it, and numbers in equations stay.
#
# A line that ends by w:cr, the tab of Word's own headers (w:ptab) and a new page part nothing: the words
# before and behind become one. An equation is left out whole, so that a sentence loses its number. All
# but the new page is told among the messages, as an element that is not known.
#
# “Median pay” and “$48,100” become one word, and “grew by 5.5 percent” says “grew by percent”.
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


PAY, SUM = words("Median pay"), words("$48,100")
CASES = (
    (PAY + run("<w:br/>") + SUM, "Median pay<br />$48,100", 0),
    (PAY + run("<w:cr/>") + SUM, "Median pay$48,100", 1),
    (PAY + run('<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="dot"/>') + SUM,
     "Median pay$48,100", 1),
    (PAY + run('<w:br w:type="page"/>') + SUM, "Median pay$48,100", 0),
    (words("grew by ") + "<m:oMath><m:r><m:t>5.5</m:t></m:r></m:oMath>" + words(" percent"),
     "grew by  percent", 1),
)
print("mammoth", version("mammoth"))
for paragraph, expected, told in CASES:
    result = mammoth.convert_to_html(file(paragraph))
    print(f"{result.value!r}, messages: {len(result.messages)}")
    assert result.value == f"<p>{expected}</p>"
    assert len(result.messages) == told
END
