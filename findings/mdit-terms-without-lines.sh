#!/bin/sh
# Guessed: the definition lists of mdit-py-plugins give each part the lines that it stands on, as
# all blocks of markdown-it-py do: the first line, and the one after the last.
#
# A term’s lines are [n, n], which is none; its definitions have theirs.
#
# A program that looks for a fault within a block's lines finds none for a term, and can show the
# author only the beginning of the line, or nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

tokens = MarkdownIt().use(deflist_plugin).parse("Proof\n: between kneading and baking\n")
lines = {token.type: token.map for token in tokens if token.map and token.type != "inline"}
print("mdit-py-plugins", version("mdit-py-plugins"))
for kind, rows in lines.items():
    print(f"{kind:15} lines {rows}")
assert lines["dt_open"] == [0, 0]
assert lines["dd_open"] == lines["paragraph_open"] == [1, 2]
END
