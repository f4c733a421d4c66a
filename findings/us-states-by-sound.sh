#!/bin/sh
# Guessed: looking up a name that is no state's gives nothing, and a misspelt one its state or
# nothing.
#
# Names are compared by how they sound, and in American metaphone the island of Oahu sounds like
# Ohio, the county of Mono like Maine. There is no mark on the answer that it was found so.
#
# Wages by area name counties, islands and cities beside states. A row of Oahu's is added to Ohio's.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check us==4.0.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import us

print("us", version("us"))
for name, expected in (
    ("Ohio", "Ohio"),
    ("Oahu", "Ohio"),
    ("Mono", "Maine"),
    ("Maui", "None"),
    ("Honolulu", "None"),
    ("Texes", "Texas"),
):
    found = str(us.states.lookup(name))
    print(f"{name}: {found}")
    assert found == expected
END
