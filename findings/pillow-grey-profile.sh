#!/bin/sh
# Guessed: a picture that Pillow turns to grey is saved without the profile of its colours, which does not
# fit any more; PNG allows only one of grey for a grey picture.
#
# The profile for RGB goes on into the PNG, as it does into a TIFF. LittleCMS refuses to read the grey
# picture by the profile in its own file.
#
# Pictures are turned to grey for books in one ink, and go on to programs that read them by profiles.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pillow==13.0.0
"$folder/venv/bin/python" - <<'END'
import io

import PIL
from PIL import Image, ImageCms

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
photo = Image.new("RGB", (8, 8), (200, 30, 30))
photo.info["icc_profile"] = SRGB.tobytes()
buffer = io.BytesIO()
photo.save(buffer, "PNG", icc_profile=SRGB.tobytes())
print("Pillow", PIL.__version__)
for kind in ("PNG", "TIFF"):
    written = io.BytesIO()
    Image.open(buffer).convert("L").save(written, kind)
    grey = Image.open(written)
    profile = ImageCms.ImageCmsProfile(io.BytesIO(grey.info["icc_profile"]))
    print(f"{kind}: the picture is {grey.mode}, its profile {profile.profile.xcolor_space}")
    assert (grey.mode, profile.profile.xcolor_space) == ("L", "RGB ")
    try:
        ImageCms.profileToProfile(grey, profile, SRGB, outputMode="RGB")
        raise SystemExit("the profile fits")
    except ImageCms.PyCMSError as error:
        print("LittleCMS:", error)
END
