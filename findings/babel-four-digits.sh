#!/bin/sh
# Guessed: Babel groups digits as the CLDR says for the language.
#
# It reads the pattern (#,##0.###) and not minimumGroupingDigits beside it, which is 2 for
# Spanish, Italian, Polish, European Portuguese and others: there, four digits stand together
# and five are grouped. Babel groups both.
#
# A Spanish edition prints “1.234” where its readers expect “1234”.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0
"$folder/venv/bin/python" - <<'END'
import babel
from babel.numbers import format_decimal

print("Babel", babel.__version__)
# What CLDR 47 asks for: numbers/minimumGroupingDigits is 2 in each of these.
RIGHT = {"es": "1234", "it": "1234", "pl": "1234", "pt_PT": "1234"}
for locale, right in RIGHT.items():
    printed = format_decimal(1234, locale=locale)
    print(f"{locale}: Babel {printed!a}, CLDR {right!a}")
    assert printed != right and len(printed) == 5
END
