#!/bin/sh
# Guessed: odfpy's teletype.extractText gives the words of a paragraph, and those of its notes where
# they stand: in paragraphs of their own, which getElementsByType finds.
#
# Number and words of a note are put into the line, without a space, and come a second time as a
# paragraph. Comments are treated alike.
#
# A wage of $59,730 whose note has the number 3 is read as $59,7303.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check odfpy==1.4.1
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from odf.opendocument import OpenDocumentText
from odf.teletype import extractText
from odf.text import Note, NoteBody, NoteCitation, P

document = OpenDocumentText()
line = P(text="The wage is $59,730")
note, number, body = Note(noteclass="footnote"), NoteCitation(text="3"), NoteBody()
body.addElement(P(text="In May 2024."))
note.addElement(number)
note.addElement(body)
line.addElement(note)
line.addText(" a year.")
document.text.addElement(line)
read = [extractText(paragraph) for paragraph in document.getElementsByType(P)]
print("odfpy", version("odfpy"))
print("paragraphs:", read)
assert read == ["The wage is $59,7303In May 2024. a year.", "In May 2024."]
END
