#!/bin/sh
# Guessed: a title that quotes something and is put into quotes by a style has single quotes within
# double ones in American English, as CSL has terms for (open-inner-quote, close-inner-quote).
#
# citeproc-py has these terms in its locales and does not use them: straight quotes of a title stay
# straight, and curly ones stand within quotes of the same form, so that the first of them seems to end
# the title.
#
# Programs that keep references store titles with straight quotes, and many titles quote a term.
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
default-locale="en-US">
<info><title>A</title><id>a</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title" quotes="true"/></layout></bibliography></style>"""
TITLES = {
    'Why "Soft" Skills Pay': "\u201cWhy \"Soft\" Skills Pay\u201d",
    "What Is \u201cPay\u201d?": "\u201cWhat Is \u201cPay\u201d?\u201d",
}
source = CiteProcJSON([{"id": title, "type": "book", "title": title} for title in TITLES])
style = CitationStylesStyle(io.BytesIO(STYLE), validate=False)
terms = style.root.locales[0].iterfind(".//{*}term[@name='open-inner-quote']")
inner = [term.text for term in terms]
print("the inner quote of its locale:", ascii(inner))
assert inner == ["\u2018"]
works = CitationStylesBibliography(style, source, formatter.plain)
works.register(Citation([CitationItem(title) for title in TITLES]))
for entry, expected in zip(works.bibliography(), TITLES.values()):
    print("printed:", ascii(str(entry)))
    assert str(entry) == expected
END
