#!/bin/sh
# Guessed: a picture that is saved with 300 dots an inch has 300.
#
# PNG counts dots a metre, in whole numbers: 300 an inch are 11811, which Pillow reads as 299.9994.
# Of 72, 96 and 150 it makes a little more. JPEG and TIFF keep 300.
#
# Printers ask for 300 or more, and who compares refuses each PNG that has just that.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Pillow==13.0.0
"$folder/venv/bin/python" - <<'END'
import io
from importlib.metadata import version

from PIL import Image

print("Pillow", version("Pillow"))


def saved(form, dots):
    file = io.BytesIO()
    Image.new("L", (10, 10)).save(file, form, dpi=(dots, dots))
    return float(Image.open(file).info["dpi"][0])


for form, dots, expected in (
    ("JPEG", 300, 300),
    ("TIFF", 300, 300),
    ("PNG", 300, 299.9994),
    ("PNG", 600, 599.9988),
    ("PNG", 150, 150.0124),
):
    print(form, dots, "is read as", read := saved(form, dots))
    assert abs(read - expected) < 1e-6
assert saved("PNG", 300) < 300
END
