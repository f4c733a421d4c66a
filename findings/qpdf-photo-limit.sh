#!/bin/sh
# Guessed: qpdf's limit on the memory for a JPEG is that of the picture, unpacked.
#
# It is some twenty times that: under dct_max_memory of 662 MiB, a photo of 12 megapixels, which
# is 35 MiB unpacked, is not read. What qpdf then says begins with “error decoding stream data”,
# as it does of a damaged picture; that the data are only large stands behind it.
#
# A check that bounds its memory calls sound print files with photos from a camera damaged.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pikepdf==10.18.0 pillow==13.0.0
"$folder/venv/bin/python" - <<'END'
import io

import pikepdf
from PIL import Image

WIDTH, HEIGHT = 4032, 3024
photo = io.BytesIO()
Image.linear_gradient("L").resize((WIDTH, HEIGHT)).convert("RGB").save(photo, "JPEG")
pdf = pikepdf.new()
page = pdf.add_blank_page(page_size=(400, 300))
image = pdf.make_stream(photo.getvalue())
image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
image.Width, image.Height, image.BitsPerComponent = WIDTH, HEIGHT, 8
image.ColorSpace, image.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Photo=image))
page.Contents = pdf.make_stream(b"q 400 0 0 300 0 0 cm /Photo Do Q")
file = io.BytesIO()
pdf.save(file)

print("pikepdf", pikepdf.__version__, "with qpdf", pikepdf.__libqpdf_version__)
unpacked, said = WIDTH * HEIGHT * 3, {}
print("the photo, unpacked:", round(unpacked / 2**20), "MiB")
for limit in (unpacked * 19, unpacked * 21):
    pikepdf.settings.set_qpdf_limits(dct_max_memory=limit)
    with pikepdf.open(file) as read:
        said[limit] = [problem.split(": ", 2)[-1] for problem in read.check_pdf_syntax()]
    print(f"limit of {limit // 2**20} MiB:", said[limit])
refused, passed = said.values()
assert any("error decoding stream data" in problem for problem in refused)
assert passed == []
END
