#!/bin/sh
# Guessed: a list of works says on which pages an article stands, whatever pages are cited.
#
# In CSL a locator is what a citation adds to a work; the list of works has none. citeproc-py lists
# a work as it was cited first, locator included. Styles that print a locator in place of the
# pages where there is one, as Chicago's by author and date does, then list the cited pages.
#
# An article on pages 1553 to 1597 would be listed as one of three pages, without a word.
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
<macro name="pages"><choose>
  <if variable="locator"><text variable="locator"/></if>
  <else><text variable="page"/></else>
</choose></macro>
<citation><layout><text variable="title"/><text macro="pages" prefix=", "/></layout></citation>
<bibliography><layout><text variable="title"/><text macro="pages" prefix=", "/></layout></bibliography>
</style>"""
WORK = {"id": "jobs", "type": "article-journal", "title": "Jobs", "page": "1553-1597"}
for place in ({}, {"locator": Locator("page", "1560-1562")}):
    style = CitationStylesStyle(io.BytesIO(STYLE), validate=False)
    works = CitationStylesBibliography(style, CiteProcJSON([WORK]), formatter.plain)
    citation = Citation([CitationItem("jobs", **place)])
    works.register(citation)
    cited, (listed,) = works.cite(citation, print), map(str, works.bibliography())
    print(f"cited: {str(cited)!a}; listed: {listed!a}")
    assert listed == ("Jobs, 1560\u20131562" if place else "Jobs, 1553\u20131597")
END
