#!/bin/sh
# Guessed: where a text runs from right to left, so do the columns of a grid, as those of a table,
# of a flex container and of multi-column text do (CSS Grid Layout 1, 1.1: grid items follow the
# writing mode).
#
# WeasyPrint 70 lays the first column of a grid at the left, and sets only the text in it to the
# right. A key figure and its label, or a date and what happened then, change places.
#
# Why it matters: a theme that is mirrored for Arabic or Hebrew needs tables or flex containers
# where it has grids, and nothing complains.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import pypdfium2
import weasyprint

print("WeasyPrint", weasyprint.__version__)
PAGE = "<style>@page { size: 400px 200px; margin: 0 } body { margin: 0 }</style>"
FORMS = {
    "table": "<table dir=rtl width=200><tr><td>A<td>B</table>",
    "flex": "<div dir=rtl style='display: flex'><p style='width: 100px'>A</p><p>B</p></div>",
    "columns": "<div dir=rtl style='columns: 2'><p>A</p><p style='break-before: column'>B</p></div>",
    "grid": "<div dir=rtl style='display: grid; grid-template-columns: 100px 100px'><p>A</p><p>B</p></div>",
}


def lefts(body):
    """Return how far from the left edge A and B begin, in points."""
    page = pypdfium2.PdfDocument(weasyprint.HTML(string=PAGE + body).write_pdf())[0]
    text = page.get_textpage()
    words = text.get_text_range()
    return tuple(text.get_charbox(words.index(letter))[0] for letter in "AB")


for name, body in FORMS.items():
    first, second = lefts(body)
    print(f"{name}: A at {first:.0f}, B at {second:.0f}")
    assert (first > second) == (name != "grid")
END
