#!/bin/sh
# Guessed: “veintiún mil dólares” is read as 21,000, in the one form that Spanish has before “mil”.
#
# text2num knows “veintiuno”, by which one counts, and not “veintiún”, which stands before what is
# counted: only the thousand is read. “Treinta y un mil” is read. num2words writes the wrong form,
# “veintiuno mil”, and that is read: a test that writes numbers by the one and reads them by the
# other finds no fault.
#
# A wage of 21,000 becomes one of 1,000, and “veintiún” stays before it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check text2num==3.1.0 num2words==0.5.14
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from num2words import num2words
from text_to_num import alpha2digit

for package in ("text2num", "num2words"):
    print(package, version(package))
for words, expected in (
    ("veintid\u00f3s mil d\u00f3lares", "22000 d\u00f3lares"),
    ("veinti\u00fan mil d\u00f3lares", "veinti\u00fan 1000 d\u00f3lares"),
    ("treinta y un mil d\u00f3lares", "31000 d\u00f3lares"),
):
    found = alpha2digit(words, "es")
    print(f"{words!a} is read as {found!a}")
    assert found == expected
for number, expected in ((21_000, "veintiuno mil"), (31_000, "treinta y uno mil")):
    written = num2words(number, lang="es")
    print(f"{number} is written {written!a}, and read as {alpha2digit(written, 'es')}")
    assert written == expected
    assert alpha2digit(written, "es") == str(number)
END
