#!/bin/sh
# Guessed: is-numeric="locator" asks whether the cited place is a number, as CSL says.
#
# citeproc-py looks for the variable in the work, which has no locator, so the answer is always no.
# The style of the American Psychological Association asks so before it prints “Chapter”.
#
# “(Müller, 2021, Chapter 3)” is printed as “(Müller, 2021, 3)”, which reads as page 3.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check citeproc-py==0.11.1
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator
from citeproc import formatter
from citeproc.source.json import CiteProcJSON

print("citeproc-py", version("citeproc-py"))
STYLE = b"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>A</title><id>a</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/><group prefix=", " delimiter=" ">
<choose><if is-numeric="locator"><label variable="locator"/></if></choose>
<text variable="locator"/></group></layout></citation>
</style>"""
style = CitationStylesStyle(io.BytesIO(STYLE), validate=False)
source = CiteProcJSON([{"id": "bread", "type": "book", "title": "Bread"}])
works = CitationStylesBibliography(style, source, formatter.plain)
for number, expected in (("3", "Bread, 3"), ("3-5", "Bread, 3\u20135")):
    citation = Citation([CitationItem("bread", locator=Locator("chapter", number))])
    works.register(citation)
    cited = str(works.cite(citation, print))
    print(f"chapter {number}: {cited!a}")
    assert cited == expected
END
