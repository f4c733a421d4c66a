#!/bin/sh
# Guessed: humanize writes numbers as the language that is activated does.
#
# It does so in German, French, Italian and Portuguese. In Spanish, Dutch and Russian
# the words are translated, but the numbers stay English: “1.2 millones”, and 48,100, which means
# forty-eight and a tenth there. It also takes the marks in a string for those of the language, so
# “48100.50” becomes 4.810.050 in German.
#
# In Spain, a wage with an English comma reads as a thousandth of its value.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check humanize==4.17.0 Babel==2.18.0
"$folder/venv/bin/python" - <<'END'
from decimal import Decimal
from importlib.metadata import version

import humanize
from babel.numbers import format_decimal

print("humanize", version("humanize"), "Babel", version("Babel"))
WAGE = Decimal("48100.50")
CASES = (
    ("de", "de_DE", "48.100,50", "1,2 Millionen", "4.810.050"),
    ("es", "es_ES", "48,100.50", "1.2 millones", "48,100.5"),
    ("nl", "nl_NL", "48,100.50", "1.2 miljoen", "48,100.5"),
    ("ru", "ru_RU", "48,100.50", "1.2 миллиона", "48,100.5"),
)
for language, locale, number, words, text in CASES:
    humanize.activate(locale)
    made = (humanize.intcomma(WAGE), humanize.intword(1_234_567), humanize.intcomma("48100.50"))
    usual = format_decimal(WAGE, "#,##0.00", locale=language)
    print(language, *map(ascii, made), "the CLDR:", ascii(usual))
    assert made == (number, words, text)
    assert (usual == number) == (language == "de")
humanize.deactivate()
END
