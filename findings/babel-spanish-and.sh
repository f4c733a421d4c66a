#!/bin/sh
# Guessed: Babel joins a list as its language does, since the CLDR has patterns of lists for each.
#
# Spanish says “e” for “y” before the sound of i, and “u” for “o” before that of o (also before 8
# and 11). A pattern such as “{0} y {1}” cannot say that, and the CLDR has no other: ICU knows the
# rule in its code, so browsers join “geografía e historia”. Babel has the patterns alone.
#
# Why it matters: a list of authors, subjects or places reads “Ana y Inés”, which Spanish readers
# take for a mistake of grammar, and no list of test items such as A, B and C shows it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0
"$folder/venv/bin/python" - <<'END'
import babel
from babel.lists import format_list

print("Babel", babel.__version__)
for items, style, right in (
    (["Ana", "Inés"], "standard", "Ana e Inés"),
    (["arte", "geografía", "historia"], "standard", "arte, geografía e historia"),
    (["clínica", "hospital"], "or", "clínica u hospital"),
    (["7", "8"], "or", "7 u 8"),
):
    found = format_list(items, style, locale="es")
    print(f"{found}, for: {right}")
    assert found == right.replace(" e ", " y ").replace(" u ", " o ") != right
assert format_list(["sal", "hielo"], locale="es") == "sal y hielo"
END
