#!/bin/sh
# Guessed: an address in a RIS file is read as it stands, one line a tag.
#
# RISpy parts each UR at its semicolons, and writes the parts as addresses of their own. A DOI and a
# title keep theirs. Semicolons are signs of an address as others are: in the paths of old sites
# (;jsessionid=), and in queries.
#
# Reference managers write RIS. The link of a source leads to another page, or nowhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rispy==0.10.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import rispy

print("rispy", version("rispy"))
RECORD = """TY  - RPRT
TI  - Pay; an overview
UR  - https://example.org/pay;state=OH?year=2024;trade=welders
DO  - 10.1000/pay;2024
ER  -
"""
work = rispy.loads(RECORD)[0]
print(work)
assert work["title"] == "Pay; an overview"
assert work["doi"] == "10.1000/pay;2024"
assert work["urls"] == ["https://example.org/pay", "state=OH?year=2024", "trade=welders"]
written = [line for line in rispy.dumps([work]).splitlines() if line.startswith("UR")]
print(written)
assert written == [
    "UR  - https://example.org/pay",
    "UR  - state=OH?year=2024",
    "UR  - trade=welders",
]
END
