#!/bin/sh
# Guessed: num2words spells an amount by its value: 43460, 43460.0 and Decimal(43460) are one
# amount, in whatever type it comes.
#
# An int is taken for a number of cents, in English and most languages (not in Arabic, Korean and
# Thai); a float, a Decimal or a text for a number of dollars. The three are equal in Python, and
# their words differ by a factor of a hundred. Its readme does not say so.
#
# Wages and fees are whole numbers in most tables. A contract, or a book that is read aloud, says
# “four hundred and thirty-four dollars” for a year's pay, and a test with an amount such as 12.50
# passes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
"$folder/venv/bin/python" - <<'END'
from decimal import Decimal
from importlib.metadata import version

from num2words import num2words

AMOUNTS = (43460, 43460.0, Decimal(43460), "43460")
print("num2words", version("num2words"))
words = [num2words(amount, to="currency", currency="USD") for amount in AMOUNTS]
for amount, spelled in zip(AMOUNTS, words, strict=True):
    print(f"{amount!r}: {spelled}")
spanish = num2words(43460, to="currency", currency="EUR", lang="es")
print("43460 in Spanish:", spanish)
assert AMOUNTS[0] == AMOUNTS[1] == AMOUNTS[2]
assert words[0] == "four hundred and thirty-four dollars, sixty cents"
assert set(words[1:]) == {"forty-three thousand, four hundred and sixty dollars, zero cents"}
assert spanish == "cuatrocientos treinta y cuatro euros con sesenta céntimos"
END
