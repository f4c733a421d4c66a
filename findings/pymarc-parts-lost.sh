#!/bin/sh
# Guessed: the title of a MARC record is what its title statement says, without the names behind it.
#
# pymarc joins the title proper and the remainder of it (245 $a and $b) and leaves out the number
# and the name of a part ($n, $p), which stand between them: all volumes of a series have one title.
# The names behind it are no part of it, but the slash before them stays.
#
# A library's or a shop's list of guides by occupation has one title many times.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pymarc==5.4.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from pymarc import Field, Indicators, Record, Subfield

print("pymarc", version("pymarc"))


def volume(number, name):
    record = Record()
    said = (
        ("a", "Career guides."),
        ("n", f"Part {number},"),
        ("p", f"{name} :"),
        ("b", "pay and training /"),
        ("c", "Guide Press."),
    )
    parts = [Subfield(code, words) for code, words in said]
    record.add_field(Field("245", Indicators("0", "0"), subfields=parts))
    return record


for record in (volume(1, "Welders"), volume(2, "Nurses")):
    print(record["245"].value())
    print("    has the title", repr(record.title))
    assert record.title == "Career guides. pay and training /"
END
