#!/bin/sh
# Guessed: mwparserfromhell reads the caption of a wiki table (`|+ Pay in 2024`), as it reads rows and
# cells, and strip_code gives its words.
#
# The caption is no node of the table: it is text within it, and strip_code prints its plus sign.
#
# A program that makes guides from wiki pages prints “+ Pay in 2024” as the beginning of the table's text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mwparserfromhell==0.7.2
"$folder/venv/bin/python" - <<'END'
import mwparserfromhell

page = "{|\n|+ Pay in 2024\n! Town !! Pay\n|-\n| Kent || 3\n|}\n"
code = mwparserfromhell.parse(page)
(table,) = (tag for tag in code.filter_tags(recursive=False) if tag.tag == "table")
tags = [str(tag.tag) for tag in table.contents.filter_tags()]
print("mwparserfromhell", mwparserfromhell.__version__)
print("tags within the table:", tags)
print("its words:", repr(code.strip_code()))
assert "caption" not in tags
assert code.strip_code().lstrip().startswith("+ Pay in 2024")
END
