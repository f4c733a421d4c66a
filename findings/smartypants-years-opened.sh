#!/bin/sh
# Guessed: an apostrophe in the place of letters or digits, as in '24, '90s and 'tis, becomes a
# closing quotation mark (’), and that in 5'10" does, too.
#
# smartypants makes opening quotation marks of all (‘24, ‘90s, ‘tis, 5‘10), and the extension
# smarty of Python-Markdown of all but '90s. markdown2 does so with '90s alone, and leaves
# quotation marks within brackets straight.
#
# Classes are named by their years, decades by two digits, and welders measure in feet and inches.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check smartypants==2.0.2 Markdown==3.11.3 markdown2==2.5.5
"$folder/venv/bin/python" - <<'END'
import html
from importlib.metadata import version

import markdown
import markdown2
import smartypants

CASES = (
    ("class of '24", "class of ‘24", "class of ‘24", "class of ’24"),
    ("the '90s", "the ‘90s", "the ’90s", "the ‘90s"),
    ("'tis so", "‘tis so", "‘tis so", "’tis so"),
    ("5'10 tall", "5‘10 tall", "5‘10 tall", "5’10 tall"),
    ('("Why?")', "(“Why?”)", "(“Why?”)", '("Why?")'),
)

print(*(f"{name} {version(name)}" for name in ("smartypants", "Markdown", "markdown2")))
for text, *expected in CASES:
    made = [
        smartypants.smartypants(text),
        markdown.markdown(text, extensions=["smarty"]),
        markdown2.markdown(text, extras=["smarty-pants"]),
    ]
    made = [html.unescape(each).strip().removeprefix("<p>").removesuffix("</p>") for each in made]
    print(text, made)
    assert made == expected
END
