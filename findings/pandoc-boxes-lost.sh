#!/bin/sh
# Guessed: pandoc keeps the words of a text box in a Word or OpenDocument file.
#
# It drops them without a warning. The paragraphs before and after the box stay.
#
# Designers put into boxes what readers should see first: pay at a glance, a warning, the copyright.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pypandoc-binary==1.17 odfpy==1.4.1 python-docx==1.2.0
"$folder/venv/bin/python" - <<'END'
import pathlib
import tempfile

import docx
import pypandoc
from docx.oxml import parse_xml
from odf.draw import Frame, TextBox
from odf.opendocument import OpenDocumentText
from odf.text import P

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BOX = f"""<w:p xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape
type="#_x0000_t202" style="width:200pt;height:50pt"><v:textbox><w:txbxContent><w:p><w:r><w:t
>Median pay: $48,100</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"""

document = docx.Document()
document.add_paragraph("Before the box.")
document.element.body[-1].addprevious(parse_xml(BOX))
document.add_paragraph("Behind the box.")
text = OpenDocumentText()
text.text.addElement(P(text="Before the box."))
anchor, frame, box = P(), Frame(anchortype="paragraph", width="8cm", height="2cm"), TextBox()
box.addElement(P(text="Median pay: $48,100"))
frame.addElement(box)
anchor.addElement(frame)
text.text.addElement(anchor)
text.text.addElement(P(text="Behind the box."))
print("pandoc", pypandoc.get_pandoc_version())
with tempfile.TemporaryDirectory() as folder:
    word, odt = pathlib.Path(folder, "a.docx"), pathlib.Path(folder, "a.odt")
    document.save(str(word))
    text.save(str(odt))
    for path in (word, odt):
        made = pypandoc.convert_file(str(path), "plain", extra_args=["--wrap=none"])
        lines = [line for line in made.split("\n") if line.strip()]
        print(path.suffix, lines)
        assert lines == ["Before the box.", "Behind the box."]
END
