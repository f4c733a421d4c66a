#!/bin/sh
# Guessed: books that are joined by PdfWriter.append keep their links, since pypdf copies destinations by
# their names, too.
#
# Of two destinations of one name the second is left out without a word; the links to it lead into
# the first book.
#
# Books of one maker have the same names, such as those of their sections: in a volume of two guides
# the contents of the second open pages of the first.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdf==7.1.1
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import pypdf
import weasyprint

BOOK = "<p><a href='#pay'>Pay</a></p><h1 id='pay' style='break-before: page'>Pay of {}</h1>"


def targets(reader):
    pages = {page.indirect_reference.idnum: place for place, page in enumerate(reader.pages)}
    named = reader.named_destinations
    links = (link.get_object() for page in reader.pages for link in page.get("/Annots", ()))
    return [pages[named[link["/Dest"]].page.idnum] for link in links]


writer = pypdf.PdfWriter()
for name in ("welders", "nurses"):
    book = io.BytesIO(weasyprint.HTML(string=BOOK.format(name)).write_pdf())
    print("links of one book lead to pages", found := targets(pypdf.PdfReader(book)))
    assert found == [1]
    writer.append(book)
buffer = io.BytesIO()
writer.write(buffer)
for package in ("pypdf", "weasyprint"):
    print(package, version(package))
print("links of both lead to pages", found := targets(pypdf.PdfReader(buffer)), "of 0 to 3")
assert found == [1, 1]
END
