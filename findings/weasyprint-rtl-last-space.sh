#!/bin/sh
# Guessed: the space at which a line is broken takes no room at the line's end, and moves no word
# (CSS Text 3, 4.1.2): the texts of a line stand beside each other as before.
#
# Where a line from right to left ends before a link or another element,
# WeasyPrint 70 takes the space away and moves all texts of the line to the left by its width, also
# that text, which had its left edge in the right place: it stands apart by twice a space, or out of
# the column.
#
# Why it matters: the words stood out of their column by 2 points, and a book was refused for it.
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
# The link that follows the last word of the first line has no room there.
WORDS = f"سنة سنة سنة بيت <a>{'سنة' * 6}</a> سنة"
STYLE = (
    "@page { size: 400px 400px; margin: 0 } body { margin: 0 }"
    " p { margin: 0 0 0 100px; width: 300px; font: 30px serif; text-align: justify }"
)


def left_of_line():
    """Return where the words of the first line begin, in CSS pixels from the column's left edge."""
    html = f"<style>{STYLE}</style><p dir=rtl>{WORDS}</p>"
    page = pypdfium2.PdfDocument(weasyprint.HTML(string=html).write_pdf())[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(number, loose=True) for number in range(text.count_chars())]
    top = max(box[3] for box in boxes)
    return min(box[0] for box in boxes if box[3] > top - 5) / 0.75 - 100


left = left_of_line()
print(f"the line's words begin {left:.1f} px from the column's left edge")
assert left < -4
END
