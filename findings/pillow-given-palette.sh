#!/bin/sh
# Guessed: a picture that is given a palette keeps the colours that the palette has.
#
# It may get a nearby one: Pillow looks for the nearest colour in steps of four levels, once for
# all colours of a step. White becomes a light grey where the palette has both. No error, no
# warning; the areas of a drawing change their colours, and others with them.
#
# Who makes a palette of a drawing's own colours has to look which of them each area got.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
"$folder/venv/bin/python" - <<'END'
import PIL
from PIL import Image

WHITE, GREY = (255, 255, 255), (250, 250, 250)

print("Pillow", PIL.__version__)
picture = Image.new("RGB", (8, 8), WHITE)
for palette in ((WHITE, GREY), (WHITE, (248, 248, 248))):
    given = Image.new("P", (1, 1))
    given.putpalette([level for colour in palette for level in colour])
    drawn = picture.quantize(palette=given, dither=Image.Dither.NONE).convert("RGB")
    print("white, with the palette", palette, "becomes", drawn.getpixel((0, 0)))
    assert drawn.getpixel((0, 0)) == (GREY if GREY in palette else WHITE)
END
