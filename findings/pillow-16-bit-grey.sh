#!/bin/sh
# Guessed: Pillow turns a grey picture of 16 bits into one of 8 bits by scaling its levels.
#
# It cuts them off: all levels above 255 of 65,535 become white. No error, no warning; a scan
# becomes an almost blank picture.
#
# Scanners and scientific tools write such PNG and TIFF files. The page holds an empty frame.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
"$folder/venv/bin/python" - <<'END'
import io

import PIL
from PIL import Image

picture = Image.new("I;16", (3, 1))
for place, level in enumerate((0, 4096, 32768)):
    picture.putpixel((place, 0), level)
file = io.BytesIO()
picture.save(file, "PNG")

print("Pillow", PIL.__version__)
with Image.open(file) as read:
    deep = [read.getpixel((place, 0)) for place in range(3)]
    flat = read.convert("L")
levels = [flat.getpixel((place, 0)) for place in range(3)]
print("levels of 65,535:", deep)
print("levels of 255:   ", levels, "scaled, they were", [level // 257 for level in deep])
assert deep == [0, 4096, 32768]
assert levels == [0, 255, 255]
END
