#!/bin/sh
# Guessed: isbn.format hyphenates a valid ISBN in five parts, or says that it cannot.
#
# Of a range that the agency's list gives to nobody, the place of the last hyphens is not known.
# The function then takes all that is left for the publication and leaves the registrant out:
# four parts, which look like a hyphenated ISBN and are none (ISO 2108 has five).
#
# The number on the copyright page and above the barcode is wrong, though its check digit is
# right. isbn.split tells: its third part is empty.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-stdnum==2.2
"$folder/venv/bin/python" - <<'END'
import stdnum
from stdnum import isbn

print("python-stdnum", stdnum.__version__)
for number in ("9798886123456", "9798998000003"):
    print(number, "valid:", isbn.is_valid(number), isbn.format(number), isbn.split(number))
assert isbn.is_valid("9798998000003")
assert isbn.format("9798998000003") == "979-8-99800000-3"
assert isbn.split("9798998000003") == ("979", "8", "", "99800000", "3")
END
