#!/bin/sh
# Guessed: pySBD ends no sentence behind a title of a person in the languages that it has rules for:
# behind “Sr.” in Spanish as little as behind “Mr.” in English.
#
# Its Spanish rules know “EE. UU.” and “pág.”, and of titles a woman's “Sra.” and a man's “Dr.”, but
# neither a man's “Sr.” nor a woman's “Dra.”: “El Sr.” is a sentence of its own.
#
# Who is said to earn a wage is cut off from it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pysbd==0.3.4
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import pysbd

print("pysbd", version("pysbd"))
for language, text, expected in (
    ("en", "Mr. Smith earns more. He is a welder.", 2),
    ("de", "Dr. Weber verdient mehr. Sie schweisst.", 2),
    ("es", "En EE. UU. ganan m\u00e1s. Son soldadores.", 2),
    ("es", "La Sra. Garc\u00eda gana m\u00e1s. Es soldadora.", 2),
    ("es", "El Dr. Ruiz gana m\u00e1s. Es m\u00e9dico.", 2),
    ("es", "El Sr. Garc\u00eda gana m\u00e1s. Es soldador.", 3),
    ("es", "La Dra. Ruiz gana m\u00e1s. Es m\u00e9dica.", 3),
):
    found = pysbd.Segmenter(language=language, clean=False).segment(text)
    print(language, ascii(found))
    assert len(found) == expected
END
