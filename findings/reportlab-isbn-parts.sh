#!/bin/sh
# Guessed: the bar code of an ISBN that reportlab draws has the ISBN above it with the hyphens that the
# agency's ranges set: 978-0-306-40615-7.
#
# It parts each after the same numbers of digits: 978-0-30640-615-7, which names another publisher.
#
# ISO 2108 asks for the hyphens where an ISBN is printed, and booksellers read the publisher in them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check reportlab==5.1.0 python-stdnum==2.2
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from reportlab.graphics.barcode import createBarcodeDrawing
from stdnum import isbn

CASES = (
    ("9780306406157", "978-0-306-40615-7", "978-0-30640-615-7"),
    ("9798602477399", "979-8-6024-7739-9", "979-8-60247-739-9"),
    ("9783161484100", "978-3-16-148410-0", "978-3-16148-410-0"),
)


def words(value):
    svg = createBarcodeDrawing("ISBN", value=value).asString("svg")
    svg = svg if isinstance(svg, str) else svg.decode()
    return svg.partition("ISBN ")[2].partition("<")[0].strip()


for package in ("reportlab", "python-stdnum"):
    print(package, version(package))
for number, by_range, expected in CASES:
    print(f"{number}: by ranges {isbn.format(number)}, above the bars {(found := words(number))}")
    assert isbn.format(number) == by_range
    assert found == expected
END
