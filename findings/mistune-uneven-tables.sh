#!/bin/sh
# Guessed: mistune reads a table as GitHub does: a row with too few cells is filled up, and one
# with too many is cut off.
#
# One uneven row and there is no table any more: all of its rows become one paragraph with pipes.
# markdown-it-py keeps the table.
#
# Authors leave out the last, empty cell of a row, or write a note behind it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mistune==3.4.0 markdown-it-py==4.3.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import mistune
from markdown_it import MarkdownIt

HEAD = "| State | Pay |\n|-------|-----|\n| Utah | $47,300 |\n"
CASES = {"even": "| Ohio | $48,100 |\n", "short": "| Ohio |\n", "long": "| Ohio | $48,100 | 2024 |\n"}

print("mistune", version("mistune"), "markdown-it-py", version("markdown-it-py"))
read = mistune.create_markdown(plugins=["table"])
other = MarkdownIt("commonmark").enable("table")
for name, row in CASES.items():
    made = read(HEAD + row)
    print(name, made, sep="\n")
    assert ("<table>" in made) is (name == "even"), made
    assert "<table>" in other.render(HEAD + row)
    if name != "even":
        assert "<p>| State | Pay |\n|-------|-----|\n| Utah | $47,300 |" in made, made
END
