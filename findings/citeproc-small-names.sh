#!/bin/sh
# Guessed: sentence case leaves all words of a title but the first as they are, as CSL 1.0.2 says of
# titles that are not all in capitals, since no processor can know names.
#
# citeproc-py writes every word small that is not all in capitals.
#
# “Working in Germany” is printed as “Working in germany” in lists of works.
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
STYLE = b"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>A</title><id>a</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title" text-case="sentence"/></layout></bibliography>
</style>"""
CASES = (
    ("working in Germany", "Working in germany"),
    ("Welding for the Navy and NASA", "Welding for the navy and NASA"),
    ("WELDING IN OHIO", "WELDING IN OHIO"),
)
for title, expected in CASES:
    source = CiteProcJSON([{"id": "a", "type": "book", "title": title}])
    style = CitationStylesStyle(io.BytesIO(STYLE), validate=False)
    works = CitationStylesBibliography(style, source, formatter.plain)
    works.register(Citation([CitationItem("a")]))
    (entry,) = map(str, works.bibliography())
    print(f"{title!r}: {entry!r}")
    assert entry == expected
END
