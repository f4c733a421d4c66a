#!/bin/sh
# Guessed: segno.make turns an address into a QR code that any telephone reads.
#
# A short text becomes a Micro QR code (ISO/IEC 18004, 5.3.2), with one finder square instead of
# three: an ISBN in digits, or a shortened link. Readers of plain QR codes, such as OpenCV's, do not
# find it; zxing does. `make_qr` makes the code that was meant.
#
# Shortened links are made for codes on covers, and most readers would then pass by this one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    segno==1.6.6 opencv-python-headless==5.0.0.93 zxing-cpp==3.1.1
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

import cv2
import numpy
import segno
import zxingcpp

print("segno", version("segno"), "OpenCV", cv2.__version__)
CASES = (
    ("https://b.ls/w", "M4-L"),
    ("HTTPS://B.LS/WELDER", "M4-L"),
    ("9780306406157", "M3-M"),
    ("https://www.bls.gov/ooh", "2-M"),
)


def picture(code):
    dark = numpy.array([list(row) for row in code.matrix_iter(scale=8, border=4)], dtype=numpy.uint8)
    return numpy.where(dark > 0, 0, 255).astype(numpy.uint8)


for text, kind in CASES:
    code = segno.make(text)
    by_opencv = cv2.QRCodeDetector().detectAndDecode(picture(code))[0]
    by_zxing = [found.text for found in zxingcpp.read_barcodes(picture(code))]
    print(text, "is", code.designator, "OpenCV reads", repr(by_opencv), "zxing", by_zxing)
    assert code.designator == kind
    assert by_zxing == [text]
    assert by_opencv == ("" if kind.startswith("M") else text)
    assert cv2.QRCodeDetector().detectAndDecode(picture(segno.make_qr(text)))[0] == text
END
