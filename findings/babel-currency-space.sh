#!/bin/sh
# Guessed: Babel sets money as the CLDR says, the space between sign and digits included.
#
# UTS 35 (numbers, currencySpacing) puts a no-break space between a currency's sign and the digits
# where the sign ends in a letter: “CHF 1,234.00”, but “$1,234.00”. Babel does not know that
# rule and runs letters and digits together.
#
# Swiss wages in an English guide read “CHF1,234.00”, and dollars in a Mexican one read
# “USD1,234.00”.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0
"$folder/venv/bin/python" - <<'END'
import babel
from babel.numbers import format_currency

print("Babel", babel.__version__)
CASES = [("CHF", "en", "CHF1,234.00"), ("USD", "es_MX", "USD1,234.00"), ("USD", "en", "$1,234.00")]
for currency, locale, text in CASES:
    printed = format_currency(1234, currency, locale=locale)
    print(f"{currency} in {locale}: {printed!a}")
    assert printed == text
END
