#!/bin/sh
# Guessed: `sourceline` of lxml tells the line of an element in a long page, as it does in XML.
#
# Read as XML, an element on line 70,001 says so; read as HTML, every element after line
# 65,535 says 65535.
#
# A page that was saved as one long list, a catalogue of guides in one file, gets the same line
# for all that is wrong in its second half.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check lxml==6.1.3
"$folder/venv/bin/python" - <<'END'
import lxml.etree
import lxml.html

text = f"<html><body>{chr(10) * 70_000}<p>Welder</p></body></html>"
xml = lxml.etree.fromstring(text).find(".//p").sourceline
html = lxml.html.fromstring(text).find(".//p").sourceline
print("lxml", lxml.etree.__version__, "libxml2", lxml.etree.LIBXML_VERSION)
print("line as XML:", xml, "as HTML:", html)
assert xml == 70_001
assert html == 65_535
END
