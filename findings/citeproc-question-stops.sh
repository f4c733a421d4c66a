#!/bin/sh
# Guessed: citeproc-py, which drops the second of two stops, sets none behind a question mark either.
#
# It drops a sign only next to the same sign, and not if anything is set in italics between them.
#
# Titles are often questions, and often in italics: “What Pays?. Wiley”, “Jobs in the U.S.. Wiley”.
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
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>A</title><id>a</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout suffix="."><group delimiter=". ">
<text variable="title" font-style="{style}"/><text variable="publisher"/>
</group></layout></bibliography></style>"""
CASES = (
    ("normal", "Jobs in the U.S.", "Jobs in the U.S. Wiley."),
    ("normal", "What Pays?", "What Pays?. Wiley."),
    ("italic", "Jobs in the U.S.", "<i>Jobs in the U.S.</i>. Wiley."),
)
for style, title, expected in CASES:
    text = STYLE.format(style=style).encode()
    source = CiteProcJSON([{"id": "a", "type": "book", "title": title, "publisher": "Wiley"}])
    made = CitationStylesStyle(io.BytesIO(text), validate=False)
    works = CitationStylesBibliography(made, source, formatter.html)
    works.register(Citation([CitationItem("a")]))
    (entry,) = map(str, works.bibliography())
    print(f"{style} {title!r}: {entry}")
    assert entry == expected
END
