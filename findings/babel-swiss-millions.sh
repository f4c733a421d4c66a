#!/bin/sh
# Guessed: Babel writes Swiss numbers with an apostrophe before each three digits, as the CLDR
# says.
#
# So it does up to 999'999. From a million on, both apostrophes are missing, and from a billion on
# the first two of three: an apostrophe also quotes text in a number pattern, and pairs of them
# are removed from the result, in sums of money, too. Babel 2.18 writes another sign, which has no
# second meaning: 1’234’567.
#
# Employment is given in millions: 4'999'000 people at work are printed as “4999000”.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.19.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from babel.numbers import format_currency, format_decimal

CASES = (
    (457_300, "457'300"),
    (999_999, "999'999"),
    (1_234_567, "1234567"),
    (1_234_567_890, "1234567'890"),
)

print("Babel", version("Babel"))
for number, expected in CASES:
    for locale in ("de_CH", "fr_CH", "it_CH"):
        made = format_decimal(number, locale=locale)
        print(number, locale, made)
        assert made == expected
money = format_currency(1_234_567, "CHF", locale="de_CH")
print(money)
assert money == "CHF\xa01234567.00"
END
