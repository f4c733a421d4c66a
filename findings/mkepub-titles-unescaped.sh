#!/bin/sh
# Guessed: a title that is given as text to a maker of EPUBs is escaped in each place where the
# book has it.
#
# mkepub escapes it in the package, and nowhere else: with “R&D” or “<2024>” in a title, the
# contents, the table for EPUB 2 and the page itself are not well-formed, and no error is raised.
# The content of a page is XHTML and not escaped, as documented.
#
# An EPUB is XML throughout: shops refuse a book with such a document, over its title alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mkepub==1.2.2
"$folder/venv/bin/python" - <<'END'
import tempfile
import zipfile
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

from mkepub import Book


def broken(title):
    book, found = Book(title), set()
    book.add_page(title, "<p>Pay</p>")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "guide.epub")
        book.save(path)
        with zipfile.ZipFile(path) as parts:
            documents = {name: parts.read(name) for name in parts.namelist()}
    for name, document in documents.items():
        if name.endswith((".opf", ".xhtml", ".ncx")):
            try:
                ElementTree.fromstring(document)
            except ElementTree.ParseError:
                found.add(name)
    return found


print("mkepub", version("mkepub"))
for title, expected in (
    ("Welding", set()),
    ("R&D", {"EPUB/toc.xhtml", "EPUB/toc.ncx", "EPUB/page0001.xhtml"}),
    ("Pay <2024>", {"EPUB/toc.xhtml", "EPUB/toc.ncx", "EPUB/page0001.xhtml"}),
):
    found = broken(title)
    print(title, "not well-formed:", sorted(found))
    assert found == expected
END
