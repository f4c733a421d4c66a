#!/bin/sh
# Guessed: `text-indent` is at the beginning of a block's first line, which is on the right where
# the text runs from right to left (CSS Text 3, 8.1: it is “inline-start” content that moves).
#
# WeasyPrint 70 leaves the room on the left of the line, at its end. A justified first line ends
# short of the margin, and where lines are not justified nothing is to be seen: the paragraphs of
# an Arabic or Hebrew book that are told apart by an indent run together.
#
# Why it matters: no page looks broken, and nothing complains.
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
    "<style>@page { size: 400px 200px; margin: 0 } body { margin: 0 }"
    " p { margin: 0; text-indent: 100px; font: 20px serif }</style>"
)


def edges(direction):
    """Return the left and right edges of a short first line, in points from the page's left."""
    html = f"{PAGE}<p dir={direction}>AAA AAA</p>"
    page = pypdfium2.PdfDocument(weasyprint.HTML(string=html).write_pdf())[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(number) for number in range(text.count_chars())]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


left, right = edges("ltr")
print(f"ltr: indented by {left:.0f} points on the left")
assert 70 < left < 80
left, right = edges("rtl")
print(f"rtl: indented by {300 - right:.0f} points on the right")
assert 300 - right < 5
END
