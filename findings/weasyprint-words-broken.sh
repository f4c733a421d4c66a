#!/bin/sh
# Guessed: overflow-wrap: break-word breaks a word only if it is longer than a whole line.
#
# So it is in a paragraph's own text. In an inline element that has another one inside, as in a
# link with bold words, each text is taken for the first of its line: a word that has no more room
# in the line is broken between any two letters, without a hyphen, instead of going to the next.
#
# overflow-wrap is what keeps long addresses on the page, so many stylesheets set it for all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    weasyprint==70.0 pydyf==0.13.0 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'END'
import pypdfium2
import weasyprint


def broken(text):
    """Return at how many of 200 widths the word Technician is broken."""
    count = 0
    for width in range(100, 300):
        source = f"""<!DOCTYPE html><html lang="en"><title>Guide</title><style>
@page {{ size: 120mm 80mm; margin: 5mm }}
p {{ width: {width}pt; font: 10pt/12pt serif; overflow-wrap: break-word }}
</style><p>{text}</p>"""
        page = pypdfium2.PdfDocument(weasyprint.HTML(string=source).write_pdf())[0]
        count += "Technician" not in page.get_textpage().get_text_bounded()
    return count


print("WeasyPrint", weasyprint.__version__)
found = {
    "plain": broken("See the guide for a Technician at work"),
    "one mark": broken("See the guide for a <b>Technician</b> at work"),
    "a mark in a mark": broken("<i>See the guide for a <b>Technician</b> at work</i>"),
}
for kind, count in found.items():
    print(f"{kind}: broken at {count} of 200 widths")
assert found["plain"] == found["one mark"] == 0 < found["a mark in a mark"]
END
