#!/bin/sh
# Guessed: format_unit gives a length of time in words in each language of the CLDR.
#
# In some languages the CLDR leaves out long words that are the same as the short ones. Babel
# does not go from one to the other: asked for long words it prints the unit's technical name.
# It does so for Italian, Portuguese, Japanese and Chinese months, not for English, German,
# French or Spanish ones, so tests in those pass.
#
# An Italian guide says that a course takes “5 duration-month”.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0
"$folder/venv/bin/python" - <<'END'
import babel
from babel.units import format_unit

print("Babel", babel.__version__)
for locale in ("en", "es", "it", "pt", "ja", "zh"):
    long = format_unit(5, "duration-month", "long", locale=locale)
    short = format_unit(5, "duration-month", "short", locale=locale)
    print(f"{locale}: long {long!a}, short {short!a}")
    assert (long == "5 duration-month") == (locale not in ("en", "es"))
    assert "duration" not in short
END
