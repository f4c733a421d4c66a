#!/bin/sh
# Guessed: python-barcode makes of an ISBN-10 the EAN-13 that its documentation promises, with 978
# before it and a new check digit, and of an ISSN that with 977.
#
# It counts to nine and to seven, the digits of the old numbers without their check digits, after it
# has put the prefix before them, so the last three are cut off. What it draws has 74 or 60
# modules instead of 95: it looks like a bar code, has digits below it, and is none. The number that
# the object gives as its text is the whole one, and no error is raised. ISBN-13 is right.
#
# Reprints and journals have such numbers. A printed cover has to be pasted over: no till reads it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    'python-barcode[images]==0.16.1' pillow==13.0.0 zxing-cpp==3.1.1
"$folder/venv/bin/python" - <<'END'
import barcode
import zxingcpp
from barcode.writer import ImageWriter

CASES = (
    ("isbn13", "9780132354189", "9780132354189", 95),
    ("isbn10", "0132354187", "", 74),
    ("issn", "03178471", "", 60),
)
print("python-barcode", barcode.version)
for kind, number, expected, modules in CASES:
    code = barcode.get(kind, number, writer=ImageWriter())
    read = [found.text for found in zxingcpp.read_barcodes(code.render({"module_width": 0.33}))]
    drawn = len(code.build()[0])
    print(f"{kind} {code}: {drawn} modules for {code.get_fullcode()}, read as {read}")
    assert str(code) == number
    assert "".join(read) == expected
    assert drawn == modules
END
