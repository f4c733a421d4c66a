#!/bin/sh
# Guessed: a block with automatic margins stands where these put it, whatever the direction of the
# text around it: in the middle with two of them, at the other end with one (CSS 2.2, 10.3.3).
#
# WeasyPrint 70 first moves a block in a text from right to left by what its width leaves over,
# and then resolves the margins from the same room, so it is moved twice. What is to stand in the
# middle, or at the right end, lies beyond the edge of its container.
#
# Why it matters: nothing complains. A mirrored theme has its paragraphs in the wrong column, or
# off the page.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import io

import pypdfium2
import weasyprint

print("WeasyPrint", weasyprint.__version__)
PAGE = (
    "<style>@page { size: 1000px 200px; margin: 0 } body { margin: 0 }"
    " div { background: #000; height: 20px; width: 100px; %s }</style><body dir=%s><div></div>"
)


def black(direction, margins):
    """Return where the block begins and ends on a page of 1,000 pixels, or None beyond it."""
    data = weasyprint.HTML(string=PAGE % (margins, direction)).write_pdf()
    picture = pypdfium2.PdfDocument(io.BytesIO(data))[0].render(scale=4 / 3).to_pil().convert("L")
    dark = [x for x in range(picture.width) if picture.getpixel((x, 10)) < 128]
    return (dark[0], dark[-1] + 1) if dark else None


expected = {
    ("ltr", "margin: 0 auto"): (450, 550),
    ("rtl", "margin: 0 auto"): None,
    ("ltr", "margin-left: auto"): (900, 1000),
    ("rtl", "margin-left: auto"): None,
    ("ltr", "margin-left: 0"): (0, 100),
    ("rtl", "margin-left: 0"): (900, 1000),
}
for (direction, margins), place in expected.items():
    found = black(direction, margins)
    print(f"{direction}, {margins}: {found or 'not on the page'}")
    near = found and place and max(abs(a - b) for a, b in zip(found, place)) <= 2
    assert near or found == place, (found, place)
END
