#!/bin/sh
# Guessed: the first of a month is “1º de maio” in a list of works in Brazilian Portuguese, since the
# locale of CSL asks for an ordinal there and has one for each gender.
#
# citeproc-py asks for an ordinal by its number alone, and takes the first of the locale's terms, which
# is that of feminine words: “1ª de maio”. A day is masculine; “1ª edição”, an edition, is right.
#
# Public bodies date what they publish, and what comes into force, on the first of a month.
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
default-locale="pt-BR">
<info><title>A</title><id>a</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation><bibliography><layout>
<date variable="issued" form="text"/><number variable="edition" form="ordinal" prefix=", "/>
</layout></bibliography></style>"""
DAYS = {1: "1\u00aa de maio de 2024, 1\u00aa", 2: "2 de maio de 2024, 1\u00aa"}
items = [
    {"id": str(day), "type": "book", "issued": {"date-parts": [[2024, 5, day]]}, "edition": 1}
    for day in DAYS
]
style = CitationStylesStyle(io.BytesIO(STYLE), validate=False)
(masculine,) = [
    term.text
    for term in style.root.locales[0].iterfind(".//{*}term[@name='ordinal-01']")
    if term.get("gender-form") == "masculine"
]
print("the locale's ordinal of masculine words:", ascii(masculine))
assert masculine == "\u00ba"
works = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
works.register(Citation([CitationItem(str(day)) for day in DAYS]))
for entry, expected in zip(works.bibliography(), DAYS.values()):
    print("printed:", ascii(str(entry)))
    assert str(entry) == expected
END
