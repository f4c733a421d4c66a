#!/bin/sh
# Guessed: in a registry of units that has points, picas and pixels, “12 pt” are twelve points and
# “1 pc” is a pica, as in CSS and in the trade, and “300 dpi” are three hundred dots an inch or
# unknown.
#
# pt is the American liquid pint, pc is the parsec, and dpi the dry pint. They are volumes and
# distances between stars, and behave as such: only a conversion to millimetres would fail, and that
# of “1 pc” does not.
#
# A trim, a margin or a size of type that is read from a stylesheet is such a text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pint==0.25.3
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import pint

print("pint", version("pint"))
units = pint.UnitRegistry()
for text, unit, dimension in (
    ("12 point", "point", "[length]"),
    ("12 pt", "pint", "[length] ** 3"),
    ("96 px", "css_pixel", "[length]"),
    ("1 pica", "pica", "[length]"),
    ("1 pc", "parsec", "[length]"),
    ("300 dpi", "dry_pint", "[length] ** 3"),
):
    read = units(text)
    print(f"{text}: {read.units}, {read.dimensionality}")
    assert str(read.units) == unit
    assert str(read.dimensionality) == dimension
pica, pc = units("1 pica").to("mm").magnitude, units("1 pc").to("mm").magnitude
print(f"a pica is {pica:.3f} mm, and 1 pc {pc:.2e} mm")
assert round(pica, 3) == 4.233
assert pc > 1e19
END
