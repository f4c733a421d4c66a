#!/bin/sh
# Guessed: a stylesheet that is read and written by cssutils, or by css-parser, which came of it,
# has the same rules afterwards; what is not known is kept as it is, or at least the same rules are
# lost.
#
# css-parser drops custom properties, each declaration that asks for one, and a rule that held
# nothing else. cssutils keeps these and drops rules with more than one selector in :not() or :is(),
# which css-parser keeps. Both tell of it in a log only.
#
# Editors of EPUBs and makers of mails write stylesheets anew in this way. The colours of a theme
# are custom properties.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    css-parser==1.1.1 cssutils==2.15.0
"$folder/venv/bin/python" - <<'END'
import logging
from importlib.metadata import version

import css_parser
import cssutils

SHEET = """:root { --ink: #123456 }
h1 { color: var(--ink); margin: 0 }
h2 { color: var(--ink, navy) }
p:not(.lead, .note) { text-indent: 1em }
td:is(.sum, .mean) { margin: 0 }
li { margin: 0 }
"""
found = {}
for package, parser in (("css-parser", css_parser), ("cssutils", cssutils)):
    parser.log.setLevel(logging.CRITICAL)
    sheet = parser.parseString(SHEET)
    found[package] = " ".join(sheet.cssText.decode().split())
    print(package, version(package), found[package])
assert found["css-parser"] == (
    "h1 { margin: 0 } p:not(.lead, .note) { text-indent: 1em } td:is(.sum, .mean) { margin: 0 }"
    " li { margin: 0 }"
)
assert found["cssutils"] == (
    ":root { --ink: #123456 } h1 { color: var(--ink); margin: 0 } h2 { color: var(--ink, navy) }"
    " li { margin: 0 }"
)
END
