#!/bin/sh
# Guessed: Pyphen breaks the words of a language without a region, such as “en”, as that language's
# most likely region does, which for English is the United States, says the CLDR.
#
# It breaks words of “en” as those of “en_GB”.
#
# A book whose language is given as “en” is broken otherwise than one in “en-US”, and American
# readers find “pro-cess” and “ana-lys-is” in it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyphen==0.18.1 babel==2.18.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import pyphen
from babel.core import get_global

print("Pyphen", version("pyphen"))
print("the likely region of en in the CLDR:", get_global("likely_subtags")["en"])
for word in ("responsibility", "analysis", "process"):
    bare, british, american = (
        pyphen.Pyphen(lang=language).inserted(word) for language in ("en", "en_GB", "en_US")
    )
    print(f"en {bare}, en_GB {british}, en_US {american}")
    assert bare == british != american
assert get_global("likely_subtags")["en"] == "en_Latn_US"
END
