#!/bin/sh
# Guessed: price-parser reads a sum of money as Babel, by the CLDR, writes it, in Switzerland, too.
#
# It knows the apostrophe of a typewriter between thousands, and not the typographic one that the
# CLDR has there: 85,000 francs are 85. A second surprise are sums under one dollar: with three
# digits behind the point, as of a price by the word, $0.055 is 55.
#
# Lists of wages and prices for Swiss shops are written by the one and read by the other.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check price-parser==0.5.1 babel==2.18.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from babel.numbers import format_currency
from price_parser import Price

for package in ("price-parser", "babel"):
    print(package, version(package))
for locale, currency, expected in (
    ("de_DE", "EUR", "85000.00"),
    ("fr_FR", "EUR", "85000.00"),
    ("en_US", "USD", "85000.00"),
    ("de_CH", "CHF", "85"),
    ("it_CH", "CHF", "85"),
):
    written = format_currency(85_000, currency, locale=locale)
    found = Price.fromstring(written).amount
    print(f"{locale}: {written!a} is read as {found}")
    assert str(found) == expected
for text, expected in (("CHF 85'000", "85000"), ("$0.05", "0.05"), ("$0.055", "55")):
    found = Price.fromstring(text).amount
    print(f"{text} is read as {found}")
    assert str(found) == expected
END
