#!/bin/sh
# Guessed: a name in braces is one name, in whatever order the layers of a parser stand.
#
# BibTeX keeps {{U.S. Bureau of Labor Statistics}} in one piece, as all who cite a body rely on.
# bibtexparser reads accents in one layer and parts names in another. The layer for accents takes
# all braces out of a value. Put before that for names, it leaves a person: first name “U.S.
# Bureau”, particle “of”, last name “Labor Statistics”. Put behind it, it leaves names as they
# were, with their braces and backslashes, and says nothing.
#
# A list of sources would be sorted under L, and a style by authors would print
# “of Labor Statistics, U. B.”.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check bibtexparser==2.1.0
"$folder/venv/bin/python" - <<'END'
import bibtexparser
from bibtexparser import middlewares as layers

print("bibtexparser", bibtexparser.__version__)
TEXT = r"""
@report{a, author = {{U.S. Bureau of Labor Statistics}}}
@book{b, author = {M{\"u}ller, Anna}}
"""
NAMES = [layers.SeparateCoAuthors(), layers.SplitNameParts()]
ACCENTS = [layers.LatexDecodingMiddleware()]


def read(*order):
    library = bibtexparser.parse_string(TEXT, append_middleware=order)
    return [entry["author"][0] for entry in library.entries]


body, person = read(*ACCENTS, *NAMES)
print("accents first:", body, "/", ascii(person.last))
assert (body.first, body.von, body.last) == (["U.S.", "Bureau"], ["of"], ["Labor", "Statistics"])
body, person = read(*NAMES, *ACCENTS)
print("names first:", body, "/", ascii(person.last))
assert body.last == ["{U.S. Bureau of Labor Statistics}"]
assert person.last == [r'M{\"u}ller']
END
