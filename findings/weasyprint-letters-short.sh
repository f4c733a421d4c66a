#!/bin/sh
# Guessed: a justified line ends at the measure, whether its letters stand apart or not.
#
# WeasyPrint writes the room between two letters as a whole number of thousandths of the size of
# the type, and cuts down what is left over, at each letter. With letter-spacing each letter has
# such a number, so the line is written shorter than it was laid out: by half a thousandth of
# an em a letter, a third of a point and more in a line of 70 letters of 10.5 points.
#
# The right edge of a text that is set in such lines is no longer straight.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    weasyprint==70.0 pydyf==0.13.0 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import io

import pypdfium2
import pypdfium2.raw as pdfium
import weasyprint

WORDS = "strength wrenched breadth a stretched of thoughts through in screeched " * 9


def shortfalls(spacing):
    """Return by how many points each full line ends before the longest, in order of length."""
    source = f"""<!DOCTYPE html><html lang="en"><title>Lines</title><style>
@page {{ size: 400pt 600pt; margin: 20pt }} body {{ margin: 0 }}
p {{ font-size: 10.5pt; letter-spacing: {spacing}; text-align: justify }}</style><p>{WORDS}</p>"""
    page = pypdfium2.PdfDocument(io.BytesIO(weasyprint.HTML(string=source).write_pdf()))[0]
    text = page.get_textpage()
    ends = {}
    for index in range(text.count_chars()):
        x, y = pdfium.c_double(), pdfium.c_double()
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        right = text.get_charbox(index, loose=True)[2]
        if not chr(pdfium.FPDFText_GetUnicode(text.raw, index)).isspace():
            ends[round(y.value)] = max(right, ends.get(round(y.value), 0))
    lowest = min(ends)
    return sorted(380 - end for line, end in ends.items() if line != lowest)


print("WeasyPrint", weasyprint.__version__)
plain, spaced = shortfalls("normal"), shortfalls("0.0155em")
for name, found in (("letters as they are", plain), ("letters apart", spaced)):
    print(f"{name}: lines end {found[0]:.2f} to {found[-1]:.2f} points before the measure")
# The room behind the last letter, 0.16 points, is a part of the line.
assert max(plain) < 0.25, plain
assert sum(spaced) / len(spaced) > 0.16 + 0.15, spaced
END
