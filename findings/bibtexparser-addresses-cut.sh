#!/bin/sh
# Guessed: bibtexparser's LatexDecodingMiddleware reads accents in all fields and leaves an address as
# it is: in the url of an entry a percent sign is one, for BibTeX and for biblatex.
#
# pylatexenc, which it asks, takes that for the beginning of a comment of TeX: the rest is lost.
#
# Addresses of public bodies have %20 for spaces; a list of sources then leads to another page.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check bibtexparser==2.1.0 pylatexenc==2.11
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware

SOURCE = r"""@misc{a, title = {M{\"u}nchen at 5\% of 20}, url = {https://example.org/a%20b.pdf}}"""
read = bibtexparser.parse_string(SOURCE, append_middleware=[LatexDecodingMiddleware()])
(entry,) = read.entries
for package in ("bibtexparser", "pylatexenc"):
    print(package, version(package))
for name in ("title", "url"):
    print(f"{name}: {entry[name]!a}")
assert entry["title"] == "M\u00fcnchen at 5% of 20"
assert entry["url"] == "https://example.org/a"
END
