#!/bin/sh
# Guessed: mdformat with its plugin for MyST lays out directives between colons as what they are, and
# without the plugin leaves them as text.
#
# The plugin puts a backslash before their names, so that none is a directive any more. Without it the
# closing colons behind a list become words of its last item.
#
# A publisher who formats all Markdown before a commit loses each box and table of a guide.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mdformat==1.0.0 mdformat-myst==0.3.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import mdformat

SOURCE = ":::{note}\n- Ask.\n- Compare.\n:::\n"
CASES = (
    ({"myst"}, ":::\\{note}\n\n- Ask.\n- Compare.\n  :::\n"),
    (set(), ":::{note}\n\n- Ask.\n- Compare.\n  :::\n"),
)
for package in ("mdformat", "mdformat-myst"):
    print(package, version(package))
for extensions, expected in CASES:
    found = mdformat.text(SOURCE, extensions=extensions)
    print(f"{SOURCE!r} with {sorted(extensions)} becomes {found!r}")
    assert found == expected
END
