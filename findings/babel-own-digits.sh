#!/bin/sh
# Guessed: a locale whose numbers have digits of their own is given them where its numbering system
# is asked for: numbering_system="default", which is “arab” in Egypt and “arabext” in Iran.
#
# Babel takes the signs between the digits from that system and leaves the digits Latin: “4٬500٫5”
# is what no reader writes. Dates have Latin digits whatever is asked.
#
# Why it matters: a book in Arabic for Egypt would mix both; one system throughout, Latin digits
# with the signs that go with them, is at least readable.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0
"$folder/venv/bin/python" - <<'END'
import datetime

import babel
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

print("Babel", babel.__version__)
# CLDR 47: signs and digits of the default numbering system of each.
RIGHT = {"ar_EG": "٤٬٥٠٠٫٥", "fa_IR": "۴٬۵۰۰٫۵"}
for name, right in RIGHT.items():
    system = Locale.parse(name).default_numbering_system
    printed = format_decimal(4500.5, locale=name, numbering_system="default")
    date = format_date(datetime.date(2026, 11, 29), "short", locale=name)
    print(f"{name} ({system}): Babel {printed}, CLDR {right}; a date: {date}")
    assert printed != right and printed.startswith("4") and printed.endswith("5")
    assert not printed.isascii()
    assert "29" in date
END
