#!/bin/sh
# Guessed: a box that floats to the left stands at the left edge of the block that holds it,
# whichever way the block's text runs (CSS 2.1, 9.5.1).
#
# WeasyPrint 70 moves a float that comes behind the first words of a line along with the line: where
# text runs from right to left, a short line is moved to the right edge, and the float as far to the
# left, out of the block.
#
# Why it matters: a price that floats beside an ISBN stood outside of the bar code's ground.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2 fontpkg-amiri==1.2
"$folder/venv/bin/python" - <<'END'
import pypdfium2
import weasyprint

print("WeasyPrint", weasyprint.__version__)
PAGE = (
    "<style>@page { size: 800px 200px; margin: 0 } body { margin: 0 }"
    " p { margin: 0 0 0 400px; font: 20px serif } span { float: left }</style>"
)


def left_of_float(direction):
    """Return where the floating letters begin, in CSS pixels from the block's left edge."""
    html = f"{PAGE}<p dir={direction}>AAAAA<span>BB</span></p>"
    text = pypdfium2.PdfDocument(weasyprint.HTML(string=html).write_pdf())[0].get_textpage()
    boxes = [
        text.get_charbox(number)
        for number in range(text.count_chars())
        if text.get_text_range(number, 1) == "B"
    ]
    return min(box[0] for box in boxes) / 0.75 - 400


for direction in ("ltr", "rtl"):
    print(f"{direction}: the float begins {left_of_float(direction):.0f} px from the left edge")
assert -5 < left_of_float("ltr") < 5
assert left_of_float("rtl") < -20
END
