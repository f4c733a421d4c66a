#!/bin/sh
# Guessed: mdformat needs its plugin for MyST so that directives between colons, which are MyST, stay
# directives when a text is laid out anew.
#
# It is the other way round: with the plugin their names get a backslash, and none is a directive any
# more; without it they are text to mdformat, and still are directives afterwards.
#
# A publisher who formats all Markdown before a commit, with the plugin that seems to be the right one,
# loses each box and table of a guide.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mdformat==1.0.0 mdformat-myst==0.3.0 \
    markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import mdformat
from markdown_it import MarkdownIt
from mdit_py_plugins.colon_fence import colon_fence_plugin

SOURCE = ":::{note}\n- Ask.\n- Compare.\n:::\n\nGo on.\n"
CASES = (({"myst"}, ":::\\{note}", "\\{note}"), (set(), ":::{note}", "{note}"))
for package in ("mdformat", "mdformat-myst"):
    print(package, version(package))
for extensions, first_line, expected in CASES:
    found = mdformat.text(SOURCE, extensions=extensions)
    tokens = MarkdownIt().use(colon_fence_plugin).parse(found)
    names = [token.info.strip() for token in tokens if token.type == "colon_fence"]
    print(f"with {sorted(extensions)}: {found!r}, directives {names}")
    assert found.startswith(first_line)
    assert names == [expected]
END
