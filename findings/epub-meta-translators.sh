#!/bin/sh
# Guessed: an EPUB 3 tells by refinements which of its titles is the main one and who of its creators
# wrote it, and a reader of its metadata asks for them.
#
# epub_meta takes the first title, be it the subtitle, and calls all creators authors. ebookmeta
# knows titles and translators; but how an author is sorted, and in which series the book is, it
# takes from the attributes of EPUB 2 alone.
#
# A translator stands as the first author, and a book is not found below its author's family name.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    epub_meta==0.0.7 ebookmeta==1.2.11
"$folder/venv/bin/python" - "$folder/book.epub" <<'END'
import sys
import zipfile
from importlib.metadata import version

import ebookmeta
import epub_meta

CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:11111111-1111-4111-8111-111111111111</dc:identifier>
<dc:title id="below">Pay, Training and Outlook</dc:title>
<meta refines="#below" property="title-type">subtitle</meta>
<meta refines="#below" property="display-seq">2</meta>
<dc:title id="main">Welder</dc:title>
<meta refines="#main" property="title-type">main</meta>
<meta refines="#main" property="display-seq">1</meta>
<dc:creator id="first">Ana Ruiz</dc:creator>
<meta refines="#first" property="role" scheme="marc:relators">trl</meta>
<dc:creator id="second">Lee King</dc:creator>
<meta refines="#second" property="role" scheme="marc:relators">aut</meta>
<meta refines="#second" property="file-as">King, Lee</meta>
<dc:language>en</dc:language><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
<meta property="belongs-to-collection" id="series">Trades</meta>
<meta refines="#series" property="collection-type">series</meta>
<meta refines="#series" property="group-position">3</meta>
</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml"
properties="nav"/></manifest><spine><itemref idref="nav"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Welder</title></head>
<body><nav epub:type="toc"><ol><li><a href="nav.xhtml">Welder</a></li></ol></nav></body></html>"""
with zipfile.ZipFile(sys.argv[1], "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", CONTAINER)
    book.writestr("book.opf", PACKAGE)
    book.writestr("nav.xhtml", NAV)

read = epub_meta.get_epub_metadata(sys.argv[1])
print("epub_meta", version("epub_meta"), [read.title, read.authors])
assert read.title == "Pay, Training and Outlook"
assert read.authors == ["Ana Ruiz", "Lee King"]
read = ebookmeta.get_metadata(sys.argv[1])
names = [read.title, read.author_list, read.translator_list, read.author_sort_list, read.series]
print("ebookmeta", version("ebookmeta"), names)
assert names == ["Welder", ["Lee King"], ["Ana Ruiz"], [], None]
END
