#!/bin/sh
# Guessed: black of a picture in RGB becomes black ink when the picture is turned to CMYK.
#
# Pillow inverts the three colours and leaves the fourth ink at nothing: black is full cyan, magenta
# and yellow, and each grey is mixed of three. Black of a picture in greys becomes black ink.
#
# Printers limit the inks on a sheet, often to 240 to 300 percent, and small type in three inks shows
# colours at its edges. (With profiles, ImageCms converts as a press does.)
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Pillow==13.0.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from PIL import Image

print("Pillow", version("Pillow"))
for mode, colour, expected in (
    ("RGB", (0, 0, 0), (255, 255, 255, 0)),
    ("RGB", (64, 64, 64), (191, 191, 191, 0)),
    ("RGBA", (0, 0, 0, 255), (255, 255, 255, 0)),
    ("L", 0, (0, 0, 0, 255)),
    ("L", 64, (0, 0, 0, 191)),
):
    inks = Image.new(mode, (1, 1), colour).convert("CMYK").getpixel((0, 0))
    print(mode, colour, "is", inks, f"{sum(inks) / 2.55:.0f} % of ink")
    assert inks == expected
END
