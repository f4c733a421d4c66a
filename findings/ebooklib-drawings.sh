#!/bin/sh
# Guessed: EbookLib writes a document of a book as it is given.
#
# It reads EpubHtml with an HTML parser and writes what it has understood. Names in SVG lose their
# capitals (viewBox becomes viewbox, linearGradient lineargradient), and since XHTML tells
# capitals from small letters, readers do not know them any more. What the body element itself
# bears, such as its id, is dropped.
#
# A chart that is right in a browser loses its scale and its colours in the EPUB, and a link to
# the document's top leads nowhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check EbookLib==0.20
"$folder/venv/bin/python" - <<'END'
import io
import zipfile
from importlib.metadata import version

from ebooklib import epub

CONTENT = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Wages</title></head>
<body id="top"><p>Wages</p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1">
<linearGradient id="g"><stop offset="0"/></linearGradient><path fill="url(#g)" d="M0 0h2v1z"/>
</svg></body></html>"""

book = epub.EpubBook()
book.set_identifier("guide")
book.set_title("Guide")
book.set_language("en")
chapter = epub.EpubHtml(title="Wages", file_name="wages.xhtml", lang="en", content=CONTENT)
book.add_item(chapter)
book.add_item(epub.EpubNav())
book.toc, book.spine = [chapter], ["nav", chapter]
file = io.BytesIO()
epub.write_epub(file, book)
with zipfile.ZipFile(file) as archive:
    written = archive.read("EPUB/wages.xhtml").decode()

print("EbookLib", version("EbookLib"))
print(written)
for name in ("viewBox", "linearGradient", 'id="top"'):
    assert name in CONTENT and name not in written
assert "<lineargradient" in written and "viewbox=" in written
END
