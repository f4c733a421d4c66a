#!/bin/sh
# Guessed: pandoc keeps the words that a field shows on paper: a date, a sum, a variable, or what was
# typed into a form.
#
# In OpenDocument texts it knows cross-references only, and drops other fields with their words: “As
# of the pay is a , see Outlook.” In Word files it drops fields written as one element (w:fldSimple)
# and keeps those in three parts. There is no warning.
#
# Templates for guides keep their figures in such fields. The sentences read well without them.
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
from odf import teletype
from odf.opendocument import OpenDocumentText
from odf.text import BookmarkRef, Date, P, TextInput, VariableGet

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


WORD = f"""<w:p xmlns:w="{W}">{run("As of ")}<w:fldSimple w:instr="DOCPROPERTY Month">
{run("May 2024")}</w:fldSimple>{run(" the pay is ")}{mark("begin")}<w:r>
<w:instrText>DOCPROPERTY Pay</w:instrText></w:r>{mark("separate")}{run("$48,100")}{mark("end")}
{run(" a year.")}</w:p>"""

text = OpenDocumentText()
line = P(text="As of ")
line.addElement(Date(text="May 2024"))
line.addText(" the pay is ")
line.addElement(VariableGet(name="pay", text="$48,100"))
line.addText(" a ")
line.addElement(TextInput(text="year"))
line.addText(", see ")
line.addElement(BookmarkRef(refname="outlook", referenceformat="text", text="Outlook"))
line.addText(".")
text.text.addElement(line)
whole = teletype.extractText(line)
print("odfpy:", whole)
assert whole == "As of May 2024 the pay is $48,100 a year, see Outlook."
print("pandoc", pypandoc.get_pandoc_version())
with tempfile.TemporaryDirectory() as folder:
    odt, word = pathlib.Path(folder, "a.odt"), pathlib.Path(folder, "a.docx")
    text.save(str(odt))
    document = docx.Document()
    document.element.body[-1].addprevious(parse_xml(WORD))
    document.save(str(word))
    for path, expected in (
        (odt, "As of the pay is a , see Outlook."),
        (word, "As of the pay is $48,100 a year."),
    ):
        made = pypandoc.convert_file(str(path), "plain", extra_args=["--wrap=none"])
        print(path.suffix, "->", made.strip())
        assert " ".join(made.split()) == expected
END
