#!/bin/sh
# Guessed: a word that has a hyphen is split behind it, with that hyphen, and Pyphen obeys what a
# dictionary says of signs at which no hyphen is added (NOHYPHEN).
#
# Pyphen does not read that line. German words are split before their own hyphen, which is then
# printed twice, as “Kfz-” and “-Mechatroniker”; so are spans of years, as “2024-” and “-2034”.
# Catalan words are split behind an apostrophe, as “l’-” and “electricista”. The American
# dictionary has no such line and gives “self-” and “-employed”.
#
# German names of trades are full of hyphens. WeasyPrint asks for each part by itself, and is
# right; other programs hand over whole words.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Pyphen==0.18.1
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import pyphen

CASES = (
    ("de_DE", "Kfz-Mechatroniker", ("Kfz", "-Mechatroniker")),
    ("de_DE", "2024-2034", ("2024", "-2034")),
    ("ca", "l’electricista", ("l’", "electricista")),
    ("en_US", "self-employed", ("self", "-employed")),
)

print("Pyphen", version("Pyphen"))
for language, word, expected in CASES:
    path = pyphen.LANGUAGES[language]
    rules = [line for line in path.read_bytes().splitlines() if line.startswith(b"NOHYPHEN")]
    made = list(pyphen.Pyphen(lang=language).iterate(word))
    print(language, rules, *("-/".join(parts) for parts in made))
    assert expected in made
    assert bool(rules) is (language != "en_US")
END
