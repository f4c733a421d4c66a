#!/bin/sh
# Guessed: a table's head is printed at least once, whatever the height of its rows.
#
# Where a row is kept whole (break-inside: avoid), fits a page, and does not fit one together
# with the head, the head is left out, not the request to keep the row whole. If all rows are
# so high, the head stands on no page at all.
#
# The columns of a printed table have no names, and no warning says so.
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


def pages(lines):
    cell = "<br>".join(["Duty"] * lines)
    source = f"""<!DOCTYPE html><html lang="en"><title>Guide</title><style>
@page {{ size: 100mm 80mm; margin: 5mm }}
table {{ border-spacing: 0; font: 10pt/12pt serif }}
th, td {{ padding: 0 }}
tr {{ break-inside: avoid }}
</style><table><thead><tr><th>Typical<br>duties</th></tr></thead>
<tbody><tr><td>{cell}</td></tr><tr><td>{cell}</td></tr></tbody></table>"""
    data = weasyprint.HTML(string=source).write_pdf()
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


print("WeasyPrint", weasyprint.__version__)
heads = {lines: ["Typical" in text for text in pages(lines)] for lines in (14, 15)}
for lines, found in heads.items():
    print(f"rows of {lines} lines on pages of 16: head on each page? {found}")
assert heads == {14: [True, True], 15: [False, False]}
END
