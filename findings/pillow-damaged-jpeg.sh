#!/bin/sh
# Guessed: Pillow raises an error for a JPEG of which a part is lost.
#
# It does where the file ends too early. Where bytes inside are lost, or a file that was cut has
# its last two bytes, it paints grey what it cannot read: no error, no warning. Importing
# WeasyPrint makes it as silent on files that end too early, in the whole process. The decoder
# of qpdf tells all of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0 pikepdf==10.18.0
"$folder/venv/bin/python" - <<'END'
import io

import pikepdf
import PIL
from PIL import Image


def opens(data):
    """Tell whether Pillow draws all of a picture without an error."""
    try:
        Image.open(io.BytesIO(data)).load()
    except OSError:
        return False
    return True


def is_sound(data):
    """Tell whether qpdf unpacks all of a picture."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        picture = pikepdf.Stream(pdf, data)
        picture.Filter = pikepdf.Name.DCTDecode
        pdf.Root.Picture = pdf.make_indirect(picture)
        return not pdf.check_pdf_syntax()


file = io.BytesIO()
Image.effect_noise((400, 300), 80).save(file, "JPEG")
whole = file.getvalue()
half = len(whole) // 2
pictures = {
    "whole": whole,
    "cut": whole[:half],
    "cut, with its end": whole[:half] + whole[-2:],
    "200 bytes lost to zeros": whole[:half] + bytes(200) + whole[half + 200 :],
}
print("Pillow", PIL.__version__, "pikepdf", pikepdf.__version__)
for name, data in pictures.items():
    print(f"{name:24} Pillow draws it: {opens(data)!s:6} qpdf finds it sound: {is_sound(data)}")
assert [opens(data) for data in pictures.values()] == [True, False, True, True]
assert [is_sound(data) for data in list(pictures.values())[2:]] == [False, False]
END
