#!/bin/sh
# Guessed: xlsx2csv writes of a number what its cell shows, or the number itself.
#
# It does one or the other with most formats. But a format is looked through for the letters of a
# date with its quoted texts: the “d” of 0 "days", the “h” of 0.0" h" and the “y” of "FY "0 make
# dates of plain numbers. What is written is the format, in part filled in, and the number is
# gone: the day of the month, counted from 1900, stands where it was. openpyxl asks the same question
# of the same formats, leaves quoted texts out of it, and gives the numbers.
#
# Units beside a number are how sheets of pay and training hours are made to read well. The column
# comes out as words, or, where only digits are looked for, as other numbers: 8 for 40 days.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    xlsx2csv==0.8.6 openpyxl==3.1.5
"$folder/venv/bin/python" - "$folder/book.xlsx" <<'END'
import csv
import io
import sys
from importlib import metadata

import openpyxl
import xlsx2csv

CASES = (
    (40, "0", "40"),
    (40, '0" FTE"', "40"),
    (40, '0 "days"', '0 "08ays"'),
    (17.5, '0.0" h"', '0.0" 12"'),
    (2024, '"FY "0', '"fy "0'),
)
book = openpyxl.Workbook()
for row, (number, number_format, _) in enumerate(CASES, 1):
    book.active.cell(row, 1, number).number_format = number_format
book.save(sys.argv[1])

file = io.StringIO()
xlsx2csv.Xlsx2csv(sys.argv[1]).convert(file)
written = [row[0] for row in csv.reader(io.StringIO(file.getvalue()))]
read = [row[0] for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows(values_only=True)]
print("xlsx2csv", metadata.version("xlsx2csv"), "openpyxl", openpyxl.__version__)
for (number, number_format, expected), text, value in zip(CASES, written, read, strict=True):
    print(f"{number:6} as {number_format:10} xlsx2csv: {text:12} openpyxl: {value}")
    assert text == expected
    assert value == number
END
