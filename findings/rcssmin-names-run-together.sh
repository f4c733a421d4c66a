#!/bin/sh
# Guessed: what stands in quotes in a stylesheet stays as it is when the stylesheet is made smaller.
#
# rcssmin keeps the spaces of quoted texts, and of a quoted @import. But in url(“…”) it drops them,
# quoted or not: 'Source Serif.woff2' becomes 'SourceSerif.woff2', which is another file.
#
# Faces and pictures whose names have a space are not found in the book any more, and EPUBCheck says
# that they are missing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rcssmin==1.3.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import rcssmin

print("rcssmin", version("rcssmin"))
CASES = (
    ("p::before{content:'a  b'}", "p::before{content:'a  b'}"),
    ("@import 'my  book.css';", "@import 'my  book.css';"),
    ("@import url('my book.css');p{margin:0}", "@import url('mybook.css');p{margin:0}"),
    ("a{background:url(\"a  b.png\")}", "a{background:url(\"ab.png\")}"),
    (
        "@font-face{font-family:'Source Serif';src:url('Source Serif.woff2')}",
        "@font-face{font-family:'Source Serif';src:url('SourceSerif.woff2')}",
    ),
)
for style, expected in CASES:
    small = rcssmin.cssmin(style)
    print(style, "->", small)
    assert small.rstrip(";") == expected.rstrip(";")
END
