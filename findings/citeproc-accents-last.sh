#!/bin/sh
# Guessed: citeproc-py sorts a list of works as a reader looks names up, as CSL's own processors do.
#
# It compares the numbers of characters: all names that begin with an accent stand behind Z.
#
# In a Spanish list Álvarez is looked for first and stands last.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check citeproc-py==0.11.1
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter
from citeproc.source.json import CiteProcJSON

print("citeproc-py", version("citeproc-py"))
STYLE = b"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"
default-locale="es-ES">
<info><title>A</title><id>a</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><sort><key variable="author"/></sort>
<layout><names variable="author"><name form="short"/></names></layout></bibliography></style>"""
NAMES = ("Zola", "Bauer", "\u00c1lvarez", "ibarra")
source = CiteProcJSON(
    [{"id": name, "type": "book", "title": name, "author": [{"family": name}]} for name in NAMES]
)
style = CitationStylesStyle(io.BytesIO(STYLE), validate=False)
works = CitationStylesBibliography(style, source, formatter.plain)
works.register(Citation([CitationItem(name) for name in NAMES]))
works.sort()
listed = [str(entry) for entry in works.bibliography()]
print("in the list:", ascii(listed))
assert listed == ["Bauer", "ibarra", "Zola", "\u00c1lvarez"]
END
