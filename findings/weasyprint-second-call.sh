#!/bin/sh
# Guessed: target-counter(attr(href), footnote) of a link to a note prints the note's number, as
# target-counter(attr(href), page) prints its page. It is what a second call of a note needs.
#
# It prints the number that the counter had before the note counted itself: the call of note 1
# says 0, that of note 2 says 1.
#
# A reader who follows the printed number finds another source than the one that is meant.
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

SOURCE = """<!DOCTYPE html><html lang="en"><title>Guide</title><style>
.note { float: footnote }
.call::after { content: "(" target-counter(attr(href), footnote) ")" }
</style>
<p>Wages<span class="note" id="wages">Bureau</span> and growth<span class="note" id="growth"
>Office</span></p>
<p>again wages<a class="call" href="#wages"></a></p>
<p>again growth<a class="call" href="#growth"></a></p>"""

print("WeasyPrint", weasyprint.__version__)
data = weasyprint.HTML(string=SOURCE).write_pdf()
lines = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded().split("\r\n")
print(lines)
assert "1. Bureau" in lines and "2. Office" in lines
assert "again wages(0)" in lines and "again growth(1)" in lines
END
