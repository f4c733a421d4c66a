#!/bin/sh
# Guessed: csvjson of csvkit, which finds out what the columns of a table hold, takes for numbers
# and dates what looks like them to a reader, and leaves all else as it stands.
#
# Ranges of small numbers are dates: “1-2” and “3-4” years of experience are 2 January and 4 March
# 2001. Lengths of time are dates of our era's first years, where one of them is in years. Commas
# are dropped from numbers, wherever they stand: “19,10” euros an hour are 1910.
#
# Tables of occupations have all three. What is printed is valid JSON, without a warning.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check csvkit==2.2.0
"$folder/venv/bin/python" - <<'END'
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

print("csvkit", version("csvkit"), "agate", version("agate"))
TABLE = """job,experience,training,wage
Welder,1-2,12 weeks,"19,10"
Nurse,3-4,2 years,"28,50"
"""
command = Path(sys.executable).with_name("csvjson")
done = subprocess.run([command], input=TABLE, capture_output=True, text=True, check=True)
welder, nurse = json.loads(done.stdout)
print(welder)
print(nurse)
assert done.stderr == ""
assert (welder["experience"], nurse["experience"]) == ("2001-01-02", "2001-03-04")
assert (welder["training"], nurse["training"]) == ("0001-03-26", "0003-01-01")
assert (welder["wage"], nurse["wage"]) == (1910.0, 2850.0)
END
