#!/bin/sh
# Guessed: scour, asked to strip identifiers that nothing refers to, keeps those that something
# does.
#
# It knows references of SVG (url(#…), href) and none of ARIA: the identifiers of a title and of a
# description go, to which aria-labelledby and aria-describedby still point. The names that it keeps
# are those of gradients.
#
# A chart that named itself to screen readers is a picture without a name in the EPUB. What is seen
# is the same.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check scour==0.38.2
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from scour import scour

print("scour", version("scour"))
CHART = """<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" role="img"
aria-labelledby="name" aria-describedby="more"><title id="name">Median pay</title>
<desc id="more">Pay rises from Ohio to Iowa.</desc>
<defs><linearGradient id="shade"><stop stop-color="#123456"/><stop offset="1"/></linearGradient></defs>
<rect id="unused" fill="url(#shade)" width="5" height="3"/></svg>"""
options = scour.parse_args(["--enable-id-stripping"])
written = scour.scourString(CHART, options)
print(written)
assert 'aria-labelledby="name"' in written
assert 'aria-describedby="more"' in written
for name, stays in (("name", False), ("more", False), ("shade", True), ("unused", False)):
    print(f"the identifier {name} is there: {f'id={chr(34)}{name}{chr(34)}' in written}")
    assert (f'id="{name}"' in written) == stays
END
