#!/bin/sh
# Guessed: a book that EbookLib reads and writes, with a metadatum changed or nothing, is that book.
#
# Each document of it loses its head, so no stylesheet is applied any more, and what its body says of
# itself. The order of reading asks for a table of contents of EPUB 2 that is not in the file, which
# EPUBCheck calls an error; the landmarks, by which readers find the beginning, are gone.
#
# Publishers set prices, keywords or a new ISBN in hundreds of finished books by such a loop.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check EbookLib==0.20
cd "$folder"
"$folder/venv/bin/python" - <<'END'
import zipfile
from importlib.metadata import version

from ebooklib import epub

HTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
    'full-path="E/p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "E/p.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x</dc:identifier>'
    "<dc:title>Welder</dc:title><dc:language>en</dc:language>"
    '<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata><manifest>'
    '<item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="s" href="s.css" media-type="text/css"/></manifest>'
    '<spine><itemref idref="c"/></spine></package>',
    "E/n.xhtml": f'<html {HTML}><head><title>W</title></head><body><nav epub:type="toc"><ol>'
    '<li><a href="c.xhtml">One</a></li></ol></nav><nav epub:type="landmarks"><ol>'
    '<li><a epub:type="bodymatter" href="c.xhtml">One</a></li></ol></nav></body></html>',
    "E/c.xhtml": f'<html {HTML}><head><title>One</title><link rel="stylesheet" href="s.css"/></head>'
    '<body class="chapter" epub:type="bodymatter"><h1>One</h1></body></html>',
    "E/s.css": "h1 { margin: 1em 0 }",
}


def told(name):
    with zipfile.ZipFile(name) as book:
        parts = {part.rpartition("/")[2]: book.read(part).decode() for part in book.namelist()}
    package = next(text for part, text in parts.items() if part.endswith(".opf"))
    return {
        "stylesheet asked for": "s.css" in parts["c.xhtml"],
        "body says what it is": "bodymatter" in parts["c.xhtml"],
        "landmarks": "landmarks" in parts["n.xhtml"],
        "old contents asked for": 'toc="ncx"' in package,
        "old contents there": any(part.endswith(".ncx") for part in parts),
    }


with zipfile.ZipFile("before.epub", "w") as book:
    for name, text in FILES.items():
        book.writestr(name, text)
epub.write_epub("after.epub", epub.read_epub("before.epub"))
print("EbookLib", version("EbookLib"))
before, after = told("before.epub"), told("after.epub")
for what, is_so in before.items():
    print(f"{what}: before {is_so}, after {after[what]}")
assert list(before.values()) == [True, True, True, False, False]
assert list(after.values()) == [False, False, False, True, False]
END
