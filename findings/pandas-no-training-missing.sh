#!/bin/sh
# Guessed: the word “None” in a table is text. A reader of CSV that takes words for missing values
# takes those that mean it, such as “n/a”.
#
# pandas and agate (csvkit's library) turn “None” into a missing value, and “NA” too. pyarrow
# keeps both.
#
# In the projections of the U.S. Bureau of Labor Statistics “None” is a value in two columns: no
# work experience and no training on the job are needed. Registered nurses become a gap in the
# data, and are left out where rows are counted by training.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 agate==1.14.2 pyarrow==26.0.1
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

import agate
import pandas
from pyarrow import csv

TABLE = """Occupation,On-the-job training
Welders,Moderate-term on-the-job training
Registered nurses,None
"""

print("pandas", version("pandas"), "agate", version("agate"), "pyarrow", version("pyarrow"))
frame = pandas.read_csv(io.StringIO(TABLE))
counts = frame.groupby("On-the-job training").size().to_dict()
rows = [tuple(row) for row in agate.Table.from_csv(io.StringIO(TABLE)).rows]
kept = csv.read_csv(io.BytesIO(TABLE.encode()))["On-the-job training"].to_pylist()
print(frame, counts, rows, kept, sep="\n")
assert counts == {"Moderate-term on-the-job training": 1}, counts
assert pandas.isna(frame.iloc[1, 1])
assert rows[1] == ("Registered nurses", None), rows
assert kept[1] == "None", kept
END
